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
# Field. $unit: pieces, kg …
changes-sent = You send ({ $unit })
# Under the field. $amount: how much.
changes-ordered = Ordered: { $amount }
# What is wrong with an amount. $max: how much is sent now.
changes-too-much = No more than { $max } can be sent.
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
# Link back to the order.
changes-back = Leave it as it is
# At the top of the order, after it.
changes-done = Done. The buyer is told.
# On a line of an order. $amount: how much is not sent.
changes-short = Not sent: { $amount }
# On the buyer's page, beside the reason.
changes-why = Why less comes
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
talk-questions-title = Questions from buyers
# When there is none.
talk-questions-none = Nobody waits for an answer.
# Under the list, when there are more orders than it shows. $count: how many it shows.
talk-questions-more = These are the { $count } that have waited longest. The others follow as you answer.
# On the overview, after a number.
talk-questions-stat = questions to answer
# Link to the order.
talk-answer = Answer
