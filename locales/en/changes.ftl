### Sending less than was ordered, and what buyer and cooperative write to one another about an order.

# Why less is sent.
changes-reason-weighed = It weighed a little less.
# Why less is sent.
changes-reason-other = Not all of it can be sent.
# On an order: link to the page where less is sent.
changes-open = Something is missing
# Title of the page. $code: the order.
changes-title = Send less of { $code }
# Under the title.
changes-lead = Write how much you send of each. You see what changes before anything is done.
# At goods that are sold by weight.
changes-weighed = By weight: write what the scales say, the price follows. If they say more than was ordered, the buyer still pays what was ordered: nobody pays more than was promised.
# Where a parcel is packed, below the fields for what the scales say.
# $percent: such as 10%.
changes-pack-weights = If it weighs less than was ordered, the buyer pays less at once. It may weigh up to { $percent } more; what is more is not paid.
# Field where a parcel is packed. $name: a product sold by weight. $unit: kg …
changes-pack-weight = { $name } on the scales ({ $unit })
# Under that field. $amount: how much is to be sent.
changes-pack-weight-hint = To be sent: { $amount }. Leave it empty if it weighs just that.
# What is wrong with that field. $min, $max: amounts.
changes-pack-weight-bounds = Enter what the scales say, from { $min } to { $max }. If there is much less, press “Something is missing” on the order's page; if there is more, take some out.
# At the top of the page, a field in which something is wrong. $code: of the order. $field: a product, or what a field is called.
changes-pack-wrong = Order { $code }, { $field }
# Before what is wrong with it. $typed: what was typed.
changes-pack-typed = Typed: { $typed }.
# Field. $unit: pieces, kg …
changes-sent = You send ({ $unit })
# What is wrong with an amount. $max: how much is sent now, of goods by weight a little more.
changes-too-much = No more than { $max } can be sent.
# What is wrong with the amount sent. $max: how much is sent now.
changes-bounds = Enter how much you send of it: from 0 to { $max }, like 2.5.
# What is wrong with the number of pieces sent. $max: how much is sent now.
changes-bounds-pieces = Enter how many you send of it, as a whole number: from 0 to { $max }.
# Button: shows what changes.
changes-look = See what changes
# Heading above what changes.
changes-check-title = This is what changes
# One line of it. $before and $after: amounts.
changes-line = { $before } → { $after }
# By how much the order costs less.
changes-cheaper = Less to pay
# What the order costs then.
changes-total = The order then costs
# What goes back to the buyer.
changes-refund = Goes back to the buyer
# Beside the freight, which costs what it did.
changes-freight = Freight, as before
# When the amounts are as before.
changes-nothing = Nothing changes yet: write a smaller amount where something is missing.
# When nothing at all would be sent.
changes-empty = Then nothing would be sent. To send nothing, cancel the order.
# Field: why.
changes-reason = Why
# Under the field.
changes-reason-hint = The buyer reads it.
# First line of the list.
changes-reason-choose = Choose a reason
# Button: does it.
changes-confirm = Send less, and tell the buyer
# When it was not done because somebody else changed the order, or a price. The page shows it as it is now.
changes-meanwhile = The order or a price has changed meanwhile. Nothing was done, and what you typed is still here. This page shows how it stands now: look again, then confirm.
# Link back to the order.
changes-back = Leave it as it is
# At the top of the order, after it.
changes-done = Done. The buyer is told.
# On a line of an order. $amount: how much is not sent.
changes-short = Not sent: { $amount }
# On the buyer's page, beside the reason.
changes-why = Why less comes
# On an order: link to the page where something else is sent.
replace-open = Send something else instead
# Title of the page. $code: the order.
replace-title = Send something else in { $code }
# Under the title.
replace-lead = Say what is missing and what you send instead. You see what changes before anything is done. The buyer never pays more than before.
# Field: of what something is missing.
replace-line = What is missing
# First line of the list.
replace-line-choose = Choose what is missing
# Field. $unit: pieces, kg …
replace-missing = How much of it is missing ({ $unit })
# Under the field. $amount: how much.
replace-now = Sent until now: { $amount }
# What is wrong with an amount. $max: how much is sent now.
replace-only = No more than { $max } of it can be missing.
# What is wrong with the amount that is missing. $max: how much is sent so far.
replace-bounds = Enter how much is missing: more than 0 and at most { $max }, like 2.5.
# What is wrong with the number of pieces that are missing. $max: how much is sent so far.
replace-bounds-pieces = Enter how many are missing, as a whole number: from 1 to { $max }.
# Field: what is sent.
replace-offer = What you send instead
# Under the field.
replace-offer-hint = What is in stock and on sale in your shop.
# First line of the list.
replace-offer-choose = Choose a product
# A line of the list. $name: product. $size: its size. $price: what it costs. $free: how much of it nobody has bought.
replace-offer-choice = { $name } · { $size } · { $price } · in stock: { $free }
# The price of what is sold by weight. $price: money. $amount: for how much.
replace-price-per = { $price } for { $amount }
# When nothing else can be sent.
replace-none = Nothing else is in stock in your shop.
# Field.
replace-amount = How much of it you send
# Under the field.
replace-amount-hint = In pieces; what is sold by weight, in kilograms.
# What is wrong with an amount. $amount: what is left.
replace-free-only = Only { $amount } of it is left in stock.
# What is wrong with an amount, when nothing is left.
replace-sold-out = It is sold out now. Choose something else.
# Beside what the missing part was sold for.
replace-agreed = Agreed for what is missing
# Beside what the other goods cost today.
replace-worth = What you send costs today
# Beside what the buyer pays for the other goods.
replace-pays = The buyer pays for it
# When the other goods are dearer.
replace-dearer = It is dearer than what is missing. The buyer pays no more than was agreed.
# Button: does it.
replace-confirm = Send this instead, and tell the buyer
# At the top of the order, after it.
replace-done = Noted. The buyer is told, and can decline until the parcel leaves.
# Button: takes it back.
replace-undo = Undo: send what was to be sent before
# At the top of the order, after that.
replace-undone = Taken back: you send what was to be sent before. The buyer is told.
# On a line of an order, and on the slip in the parcel. $goods: what was ordered.
replace-instead = In place of { $goods }
# On the order's page, beside the reason.
replace-why = Why something else comes
# To the buyer. $new: what is sent. $old: what was ordered.
replace-told = You get { $new } in place of { $old }.
# Button of the buyer: opens the question below.
replace-decline = I do not want this
# Before the buyer declines. $amount: what is not to be paid then.
replace-decline-text = Then it is not sent, and your order costs { $amount } less. What you have paid for it goes back to you.
# Before the buyer declines, when nothing else is left of this part.
replace-decline-all = Nothing else is left of this part of your order: it is canceled, freight included.
# Button: does it.
replace-decline-confirm = Do not send it
# At the top of the order, after it.
replace-declined = Done: it is not sent. The cooperative is told.
# Heading above what buyer and cooperative write to one another.
talk-title = Messages about this order
# Who wrote: the buyer.
talk-buyer = Buyer
# Who wrote: the cooperative.
talk-cooperative = Cooperative
# Who wrote: the Centre.
talk-centre = E-commerce centre
# Who wrote: the reader.
talk-you = You
# Instead of a message.
talk-hidden = This message was taken out of sight.
# Field.
talk-write = Write a message
# Under the field, for the buyer.
talk-hint-buyer = The cooperative answers here, on this page.
# Under the field, for the cooperative.
talk-hint-cooperative = The buyer is told, and reads it on the order's page.
# Button.
talk-send = Send message
# At the top, after it.
talk-sent = Your message is sent.
# Button: what the buyer wrote needs no answer.
talk-done = No answer needed
# Button of the Centre beside a message.
talk-hide = Hide
# Title of the page with what buyers wrote.
talk-questions-title = Messages about orders
# When there is none.
talk-questions-none = Nobody waits for an answer.
# Under the list, when there are more orders than it shows. $count: how many it shows.
talk-questions-more = These are the { $count } that have waited longest. The others follow as you answer.
# On the overview, after a number.
talk-questions-stat = messages about orders to answer
# Link to the order.
talk-answer = Answer
