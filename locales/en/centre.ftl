### Pages of the Centre.

# Title of the page.
centre-outbox-title = Outgoing messages
# Under the title.
centre-outbox-text = No message service is connected yet. Read the messages here and pass them on; the newest comes first.
# When there are none.
centre-outbox-empty = No messages yet.
# Column.
centre-outbox-when = When
# Column: what kind of message.
centre-outbox-topic = Kind
# Column: phone number.
centre-outbox-to = To
# Column.
centre-outbox-message = Message
