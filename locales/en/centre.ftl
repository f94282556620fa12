### Pages of the Centre.

# Title of the page.
centre-outbox-title = Outgoing messages
# Under the title.
centre-outbox-text = No message service is connected yet. Read the messages here and pass them on. What is about money stands at the top; then the newest comes first.
# When there are none.
centre-outbox-empty = No messages yet.
# Column.
centre-outbox-when = When
# Column: what kind of message.
centre-outbox-topic = Kind
# Kinds of messages that ask the Centre to do something. Beside them: order, reference, and an amount or two.
centre-outbox-refund-due = Send this amount back
centre-outbox-refund-late = The order was over: send all of it back
centre-outbox-payment-lowered = A part was canceled before: send back what is above the first amount
# Column: phone number.
centre-outbox-to = To
# Column.
centre-outbox-message = Message
