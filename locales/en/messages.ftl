### Messages to a phone: short, each fits into one or two text messages.

# To the buyer, paid by transfer. $code: the order. $amount: to be paid. $date: date and time until which. $reference: what to write on the transfer.
message-placed-transfer = Order { $code } is placed. Please transfer { $amount } by { $date }, reference { $reference }.
# To the buyer, paid at a station. $code: the order. $amount: to be paid. $station: name and number of the station. $date: day until which it is kept.
message-placed-cash = Order { $code } is placed. You pay { $amount } in cash when you collect it at { $station }. Kept until { $date }.
# To the buyer. $code: the order. $cooperative: who sells.
message-accepted = Order { $code }: { $cooperative } has accepted it and is preparing your goods.
# To the buyer. $code: the order. $amount: what came in.
message-paid = Order { $code }: your payment of { $amount } has arrived.
# To the buyer, who was told that a payment had arrived. $code: the order. $amount: what was said to have come in.
message-paid-undone = Order { $code }: we wrote that your payment of { $amount } had arrived. That was our mistake. The order's page shows what is to be paid.
# To the buyer. $code: the order. $cooperative: whose part of it.
message-canceled = Order { $code }: the goods of { $cooperative } are canceled.
# After a canceled order. $reason: in somebody's own words.
message-reason = Reason: { $reason }
# After a canceled order. $amount: what was paid for it.
message-comes-back = We send { $amount } back to you.
# To the buyer. $code: the order. $cooperative: who sells. $total: what the order costs now.
message-reduced = Order { $code }: { $cooperative } sends less than you ordered. It now costs { $total }.
# To the buyer. $code: the order. $new: what is sent. $old: what was ordered.
message-replaced = Order { $code }: you get { $new } in place of { $old }. You can decline on the order's page.
# To the buyer. $code: the order. $cooperative: who sells. $total: what the order costs.
message-replace-undone = Order { $code }: { $cooperative } takes its replacement back. You get what was to come before. It costs { $total }.
# To the members of a cooperative. $code: the order.
message-declined = Order { $code }: the buyer does not want what you would send instead. Please leave it out.
# To the members of a cooperative. $code: the order.
message-question = Order { $code }: the buyer wrote to you. Please answer in your work area.
# To the buyer. $code: the order. $cooperative: who sells.
message-answer = Order { $code }: { $cooperative } wrote to you. Read it on the order's page.
# To the buyer who reported that something was wrong. $code: the order. $cooperative: who sells. $amount: money.
message-money-back = Order { $code }: { $cooperative } gives { $amount } back to you. See the order's page.
# The same, where goods are sent once more.
message-sent-again = Order { $code }: { $cooperative } sends you the goods once more. See the order's page.
# To the buyer. $code: the order. $cooperative: who sells.
message-sent = Order { $code }: the goods of { $cooperative } are on their way.
# After it. $tracking: carrier and number.
message-tracking = Tracking: { $tracking }
# To the buyer. $code: the order. $station: name and number of the station.
message-ready = Order { $code } is ready at { $station }. Bring this code.
# After it. $hours: days and times.
message-hours = Open: { $hours }
# To the buyer, when it lies there for days. $code: the order. $station: name and number of the station.
message-reminder = Order { $code } is still waiting for you at { $station }.
# To the buyer, three days after the goods were handed over. $code: the order.
message-how-was-it = Order { $code }: how was it? Tell others on the order's page.
# To the buyer. $code: the order.
message-expired = Order { $code } was not paid in time and has ended. You can simply order anew.
# To the buyer. $code: the order. $amount: what went back.
message-refund-sent = Order { $code }: we have sent { $amount } back to you.
# To the buyer, who was told that money was sent back. $code: the order. $amount: what was said to have gone back.
message-refund-undone = Order { $code }: we wrote that { $amount } was sent back to you. That was our mistake. The order's page shows what comes back.
# To the members of a cooperative. $code: the order. $goods: price of its goods.
message-new-order = New order { $code }, goods for { $goods }. It waits in your work area.
# To the members of a cooperative, once the transfer for an order is there. $code: the order.
message-order-paid = Order { $code } is paid. Please accept it in your work area.
# To the members of a cooperative. $code: the order.
message-order-lost = Order { $code } was canceled. Please do not pack it.
# To all members of a cooperative. $cooperative: its name.
message-suspended = { $cooperative } is suspended: its goods are out of the shop for now. Please finish what was ordered.
# To all members of a cooperative. $cooperative: its name.
message-admitted = { $cooperative } sells again: all its goods are back in the shop.
# A product, or changes of it, was not confirmed by the Centre; the reason follows.
message-sent-back = { $product } is not confirmed yet: buyers do not see it as you saved it.
# To whoever applied for a cooperative.
message-application-admitted = { $cooperative } is admitted. Sign in to the shop with this number and fill your shop page.
# To whoever applied for a cooperative; the reason follows.
message-application-refused = { $cooperative } is not admitted.
# To whoever waited for a product that was sold out. $product: its name. $link: where it is, and where such messages end.
message-back-in-stock = { $product } can be bought again. See it, or end these messages: { $link }
# To whoever signs in, confirms who they are, comes in by a link or applies. $code: six digits.
message-code = Your one-time code: { $code }. Good for 5 minutes; give it to nobody.
# To the buyer who confirms the number of an order. $order: its code. $code: six digits.
message-order-code = Your code for order { $order }: { $code }. Good for 5 minutes.
# To whoever set up a device to sign in with. $device: what they call it.
message-passkey-added = A device was set up to sign in to your account: { $device }. If it was not you, remove it on your account’s page and change your password.
# The same, when it has no name.
message-passkey-added-unnamed = A device was set up to sign in to your account. If it was not you, remove it on your account’s page and change your password.
# To whoever asked about a product and left a number. $product: its name.
message-product-answer = { $product }: your question is answered. Read it on the product's page.
# After that. $link: where it is, and where such messages end.
message-answer-link = To it, or to end these messages: { $link }
