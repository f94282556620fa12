### Finding an order and following it.

# Title of the page.
orders-find-title = Follow your order
# Under the title.
orders-find-text = The order code is on the page you saw after ordering.
# Field, and heading over the code itself.
orders-code = Order code
# Under the field.
orders-code-hint = Twelve letters and digits, for example 7K3M‑9QXT‑V2WP
# Field.
orders-tail = Last four digits of the phone number
# Under the field.
orders-tail-hint = Of the number given with the order
# Button.
orders-show = Show order
# When code and digits do not open an order. Never says which of them is wrong.
orders-wrong = The code and the digits do not belong together. Look at both again.
# After that too many were tried, whoever did so.
orders-wait-number = A browser in which the order was opened before still opens it. Otherwise type the whole phone number in place of the four digits, or ask the Centre.
# On the page of an order that is not open yet.
orders-unlock-text = To protect your order we ask for the last four digits of your phone number.

## The order

# Title. $code: the order's code.
orders-title = Order { $code }
# Right after ordering.
orders-thanks = Thank you! Your order is placed.
# Under the thanks.
orders-thanks-text = Keep this code. With it and the last four digits of your phone you can always come back here.
# When it was ordered. $date: date and time.
orders-placed-at = Ordered on { $date }

## Where the order stands as a whole

orders-group-placed = Waiting for payment
orders-group-paid = Paid
orders-group-canceled = Canceled
orders-group-expired = Expired
orders-group-completed = Completed

## What to do now

# Heading.
orders-next = What to do now
# $amount: what is to be paid. $station: name of the pickup station. $date: day until which the goods are kept.
orders-next-cash = Pay { $amount } in cash when you collect your goods at { $station }. They are kept for you until { $date }. Below you see when they are ready.
# $amount: what is to be paid. $date: date and time until which.
orders-next-transfer = Transfer { $amount } by { $date }. Write the reference into the purpose field, so that we can find your payment.
# $time: half an hour after ordering. Shown to who orders with a phone number for the first time.
orders-next-hold = You order with this phone number for the first time. Until { $time } nobody else can take your goods; after that somebody else might, until a cooperative accepts your order or your payment is here.
# The same, where the goods are nobody else's for longer. $time: date and time when the payment is due.
orders-next-held = Until { $time } nobody else can take your goods.
# What to do now, when the station was closed after the order. The telephone numbers of the Centre follow.
orders-station-closed = Your pickup station takes no new orders any more. It still hands out what was ordered before; if you find it shut, call the Centre.
# When it is paid.
orders-next-paid = Your payment is here. You need not do anything; below you see how far your goods are.
# When it was canceled.
orders-next-canceled = This order was canceled. Nothing has to be paid.
# Under the sentence above it, when more was paid than it costs now.
orders-next-goes-back = You have paid more than this order costs. The rest goes back to you.
# Under the sentence that an order was canceled or not paid in time, when something was paid.
orders-next-paid-goes-back = What you paid goes back to you.
# The same, once all of it was sent back.
orders-next-paid-went-back = What you paid was sent back to you.
# When it was not paid in time.
orders-next-expired = This order was not paid in time, so the goods are for sale again. You can simply order anew.
# When everything is delivered and paid.
orders-next-completed = Everything is delivered and paid. Enjoy your meal!
# Name of the amount to transfer.
orders-amount = Amount
# Name of the code for the bank transfer.
orders-reference = Reference
# Name of the line: whose account.
orders-bank-holder = Account holder
# Name of the line: which bank.
orders-bank-name = Bank
# Name of the line: number of the account.
orders-bank-account = Account number
# In place of the account when the Centre has not entered one.
orders-bank-missing = Ask the e-commerce centre for its account before you transfer.

## What happened to each cooperative's part

# Heading.
orders-tracking = Where your goods are
orders-event-placed = Ordered
orders-event-accepted = Accepted by the cooperative
orders-event-packed = Packed
orders-event-dispatched = On the way
orders-event-ready = Ready at the pickup station
orders-event-delivered = Handed over
orders-event-canceled = Canceled
orders-event-expired = Not paid in time
orders-event-not-collected = Not collected: it goes back
orders-event-refused = Not taken: it goes back
orders-event-returned = Back at the cooperative
orders-event-lost = Lost on the way
# A step of an order's progress.
orders-event-reduced = Less is sent than was ordered
# A step of an order's progress.
orders-event-replaced = Something else is sent in place of a part
# A step of an order's progress.
orders-event-replacement-declined = What would come instead was declined
# Name of the line: who carries the parcel.
orders-carrier = Carrier
# Name of the line: the carrier's number of the parcel.
orders-tracking-number = Parcel number
# Name of the line over one of the reasons below.
orders-canceled-why = Why it was canceled

## Why it was canceled

# These also stand in messages to the buyer.
orders-cancel-reason-out-of-stock = The goods are sold out.
orders-cancel-reason-damaged = The goods are not good enough to be sent.
orders-cancel-reason-cannot-deliver = We cannot deliver to this place.
orders-cancel-reason-wrong-price = The price was wrong.
orders-cancel-reason-buyer-asked = The buyer asked for it.
orders-cancel-reason-other = The cooperative cannot deliver this order.
orders-cancel-reason-returned = The goods went back to the cooperative.
orders-cancel-reason-lost = The goods were lost on the way.


## Details

# Name of the line: where it is collected.
orders-delivery-station = Pickup station
# Name of the line: where it is delivered.
orders-delivery-address = Address
# Name of the line.
orders-recipient = Recipient
# Name of the line.
orders-phone = Phone number
# Name of the line.
orders-payment = Payment method
# Name of the line.
orders-note = Note to the seller
# Heading over recipient, delivery and payment.
orders-details = Details
# The total without what was canceled or is not sent.
orders-left = What it costs now
# Heading.
orders-money = Money
orders-money-due = To be paid
orders-money-received = Received
orders-money-open = Still to be paid
# What the buyer need not pay although it was due.
orders-money-waived = Waived
orders-money-back = Comes back to you
orders-money-given-back = Sent back to you
# How far an order is paid.
orders-payment-nothing-due = Nothing to pay
orders-payment-unpaid = Not paid
orders-payment-part-paid = Partly paid
orders-payment-paid = Paid
orders-payment-overpaid = More paid than due
orders-payment-to-refund = Money comes back
orders-payment-refunded = Refunded

## Showing that the phone is one's own, so that the goods are held longer

# Heading.
orders-prove-title = Keep your goods longer
# Under the heading. $phone: the number, partly hidden. $date: date and time until which the goods would be held.
orders-prove-text = Confirm that { $phone } is your number, and nobody else can take your goods until { $date }. We send a code to it, free of charge.
# Button.
orders-prove-send = Send me a code
# At the top, after the button. $phone: the number, partly hidden.
orders-prove-sent = A code is on its way to { $phone }. It is valid for five minutes.
# Field.
orders-prove-code = Code from the message
# At the field.
orders-prove-wrong = This code is not right, or older than five minutes. Look at it again, or have a new one sent.
# Button.
orders-prove-confirm = Confirm number
# At the top, afterwards. $date: date and time until which the goods are held.
orders-prove-done = Thank you, your number is confirmed. Nobody else can take your goods until { $date }.

## Canceling

# Opens the question.
orders-cancel = Cancel order
# The question.
orders-cancel-text = Cancel the whole order? The goods go back on sale. This cannot be undone.
# Button.
orders-cancel-confirm = Yes, cancel the order
# Opens the question, where a part of the order has come already or is off.
orders-cancel-rest = Cancel the rest
# The question. $cooperatives: whose parts are left.
orders-cancel-rest-text = Cancel what is left of this order, from { $cooperatives }? These goods go back on sale. This cannot be undone.
# Button.
orders-cancel-rest-confirm = Yes, cancel the rest
# At the top, after canceling.
orders-canceled = The order is canceled.
# The same, where a part of it had come already.
orders-canceled-rest = The rest of the order is canceled.
