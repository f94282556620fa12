### Pages of the Centre.

# Title of the page.
centre-outbox-title = Outgoing messages
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

## Menu of the Centre's pages

# Name of the menu, read aloud.
centre-nav = Pages of the Centre
centre-nav-messages = Messages
centre-nav-settings = Settings
# After an entry of the menu, read aloud: so many applications, products or messages wait for somebody.
centre-nav-to-do = { $count } to do

## Messages

# Under the title of the page with messages.
centre-outbox-lead = What the shop tells buyers, cooperatives and members. What could not be sent stays here until you decide.
# Over messages that the shop cannot send by itself.
centre-outbox-by-hand = No message service is connected: read these messages and pass them on.
# Name of the menu of lists, read aloud.
centre-outbox-states = Lists of messages
# In place of a message's text.
centre-outbox-code-hidden = A one-time code. It is not shown.
# Button.
centre-outbox-code-show = Show the code
# After pressing it. $code: six digits.
centre-outbox-code-shown = The code is { $code }. It was noted that you looked at it.
# In place of a message's text when it is old.
centre-outbox-gone = The text was removed.
# Button: sends a message once more.
centre-outbox-again = Try again
# After pressing it.
centre-outbox-again-done = The message is tried again.
# Button: a message is not sent any more.
centre-outbox-give-up = Give up
# After pressing it.
centre-outbox-give-up-done = The message is not sent any more.
# Under a message. $count: how often it was tried.
centre-outbox-attempts = Attempts: { $count }
# After it. $date: date and time.
centre-outbox-next = Next: { $date }
# Under a message that did not go out. $reason: what the message service said, in its own words.
centre-outbox-answer = Last answer: { $reason }

## How far messages are; names of the lists

centre-state-waiting = Waiting
centre-state-dead = Failed
# Above a limit, so not sent.
centre-state-suppressed = Held back
centre-state-given-up = Given up
centre-state-lapsed = Too late
centre-state-sent = Sent

## Why a message is held back

centre-over-number = Numbers like this one get no messages.
centre-over-receiver = Too many messages to this number today.
centre-over-network = Too many messages caused from one network today.
centre-over-country = Too many messages to this country today.
centre-over-all = Too many messages today.

## What messages are about

centre-kind-placed = Order placed
centre-kind-accepted = Accepted
centre-kind-paid = Payment received
centre-kind-canceled = Canceled
# Kind of a message.
centre-kind-reduced = Less is sent
# Kind of a message.
centre-kind-replaced = Something else is sent
# Kind of a message.
centre-kind-declined = Replacement declined
# Kind of a message.
centre-kind-question = Question from a buyer
# Kind of a message.
centre-kind-answer = Answer to a buyer
centre-kind-sent = On its way
centre-kind-ready = Ready to collect
centre-kind-reminder = Reminder
centre-kind-how-was-it = How it was
centre-kind-expired = Not paid in time
centre-kind-refund = Refund sent
centre-kind-new-order = New order, to the cooperative
centre-kind-order-lost = Canceled, to the cooperative
# Kind of a message.
centre-kind-suspended = Suspended, to the cooperative
# Kind of a message.
centre-kind-admitted = Sells again, to the cooperative
# Kind of a message.
centre-kind-sent-back = Product sent back, to the cooperative
# Kind of a message.
centre-kind-application-admitted = Application admitted, to the cooperative
# Kind of a message.
centre-kind-application-refused = Application refused, to who applied
centre-kind-code = One-time code
centre-kind-back-in-stock = Back in stock, to who waited
centre-kind-passkey = Fingerprint or face set up
centre-kind-product-answer = Question about a product answered
centre-kind-written = Message of an earlier version
# Heading over what somebody typed into a form that is not there any more.
centre-typed = What you typed

## Settings

# Title of the page.
centre-settings-title = Settings of the shop
# Under the title.
centre-settings-lead = Buyers see a change at once. Every change stands at the end of this page and can be taken back.
# At the top, after saving.
centre-settings-saved = Saved.
# At the top, after taking a change back.
centre-settings-undone = The change is taken back.
# At the top, when it could not be saved.
centre-settings-conflict = Somebody else changed this in the meantime; nothing was saved. What you typed is still here: look at the history below, then save again.
# Heading.
centre-settings-bank = Bank account
# Under the heading.
centre-settings-bank-text = Buyers transfer to this account. Write it exactly as the bank does. Leave all three fields empty to take no transfers.
# Warning when there is no account.
centre-settings-bank-missing = No account is entered: the checkout offers no bank transfer, so nothing can be sent to an address. Collecting at a station still works.
# Heading.
centre-settings-centre = Name and telephones
# Field, with the name of a language after it.
centre-settings-name = Name of the Centre
# Field.
centre-settings-phones = Telephones
# Under the field.
centre-settings-phones-hint = One a line; shown on the page with help.
# Heading.
centre-settings-freight = Shipping fees
# Under the heading.
centre-settings-freight-text = The first weight is paid once, then each further weight begun. Open checkouts ask their buyers to agree.
# Field.
centre-settings-first-grams = First weight, grams
# Field.
centre-settings-first-price = Price of it
# Field.
centre-settings-step-grams = Further weight, grams
# Field.
centre-settings-step-price = Price of each
# Beside a wrong field.
centre-settings-grams-wrong = A whole number of grams, from 1 to 1000000.
# Error at the number of the bank account.
centre-settings-account-wrong = An account number has at least six digits: write it as the bank does.
# Regions of the shipping fees.
centre-region-xinjiang = Xinjiang
centre-region-northwest = Northwest
centre-region-mainland = Other provinces
centre-region-remote = Tibet, Hong Kong, Macau, Taiwan
# Heading.
centre-settings-notices = Notices in the shop
# Under the heading.
centre-settings-notices-text = Shown on the first page and at the checkout from the first to the last day. A reader whose language is missing sees another one.
# Heading over the fields of one. $number: 1, 2 …
centre-settings-notice = Notice { $number }
# Field, with the name of a language after it.
centre-settings-text-field = Text
# Field.
centre-settings-from = First day
# Field.
centre-settings-until = Last day
# Beside a wrong field.
centre-settings-day-wrong = Write a day like this: 2026-12-31. The last day is not before the first.
# Heading.
centre-settings-closed = Holidays and closed days
# Under the heading.
centre-settings-closed-text = A holiday with its name, from its first to its last day, year by year. Shown on the pages with stations and with help; what is promised in days takes that much longer.
# Heading over the fields of one. $number: 1, 2 …
centre-settings-closed-run = Closed days { $number }
# What is wrong with the last day. $days: how many days at the most.
centre-settings-closed-too-long = Closed days in one piece are { $days } at the most. Check the year; if it really takes longer, write the rest as closed days of its own.
# What is wrong with the name.
centre-settings-closed-name = Give the holiday a name, in one language at least: buyers read it beside the days.
# Field, with the name of a language after it.
centre-settings-reason = Reason
# Heading.
centre-settings-history = Changes
# When there are none.
centre-settings-history-empty = Nothing was changed yet.
# Column.
centre-settings-who = Who
# Column.
centre-settings-what = What
# Column.
centre-settings-before = Before
# Column.
centre-settings-after = Since then
# Button.
centre-settings-undo = Take back
# Beside a change that took another one back.
centre-settings-was-undo = taken back
# Where nothing was set.
centre-settings-nothing = nothing
# Label of a field in one language. $field: what it is. $language: name of the language.
centre-settings-field-in = { $field }, { $language }
## Money

# Name of the menu, read aloud.
centre-nav-money = Money
centre-nav-desk = Station desk
# Title of the page.
centre-money-title = Money
# At the top, after an entry.
centre-money-done = Booked.
# Field that finds an order.
centre-money-search = Reference, order code or amount
# Heading.
centre-money-found = Found
# When a search finds nothing. $query: what was typed.
centre-money-none = Nothing was found for “{ $query }”. Search by the whole reference or order code, or by the exact amount still to be paid.
# Link under what a search has found: back to the whole page.
centre-money-all = Show everything
# Heading.
centre-money-awaited = Transfers that have not come in
# Heading.
centre-money-refunds = To be sent back
# Heading.
centre-money-overpaid = More came in than was due
# Heading: money that names no order.
centre-money-unassigned = Nobody knows what for
# Heading.
centre-money-entries = Entries
centre-money-empty = Nothing is waiting here.
# Field.
centre-money-order = Order code or reference
# Field.
centre-money-amount = Amount in yuan
# Field.
centre-money-bank-reference = Number or purpose at the bank
# The same field, where what was paid in cash goes back.
centre-money-receipt = Number of the receipt, or what the bank wrote
# Above that field.
centre-money-cash = Paid in cash: agree with the buyer whether the money goes out in cash or to an account.
# Beside an amount that is far more than usual; the same button books it then. $most: the most that is usual.
centre-money-much = This is more than { $most }, which is unusually much. Look at the amount again; if it is right, press the button once more.
# Button.
centre-money-receive = It has come in
# Opens a form.
centre-money-unknown = Book money that names no order
# Button.
centre-money-assign = It belongs to this order
# Button.
centre-money-refund = It was sent back
# Button.
centre-money-give-back = Send back what is too much
# Button.
centre-money-write-off = Waive the rest
# Button beside an entry.
centre-money-undo = Undo
centre-money-kind-received = Came in
centre-money-kind-to-give-back = To be sent back
centre-money-kind-given-back = Sent back
centre-money-kind-written-off = Waived
centre-money-kind-due = Due
# Small, beside the kind.
centre-money-is-counter = undoes another entry
# Column.
centre-money-by = By
# Title of the page, and link to it.
centre-money-statement = Bank statement
centre-money-statement-text = Paste the statement as your bank gives it, one line a payment, with commas, semicolons or tabs. Nothing is booked before you have looked at it.
# Field.
centre-money-statement-field = Statement
# Button.
centre-money-statement-look = Look at it
# Button.
centre-money-statement-book = Book these lines
centre-money-statement-none = No line with money that came in was found.
# When the button was pressed after the text was changed.
centre-money-statement-other = This is not the text you looked at. Nothing was booked. Look at what these lines would book, then confirm.
# Column.
centre-money-line = Line
# Column.
centre-money-line-for = For
# What becomes of a line.
centre-money-line-unknown = Names no order: kept until you know what for
# What becomes of a line.
centre-money-line-booked = Booked before
# A line of a pasted bank statement, in the column that says what becomes of it.
centre-money-line-unread = No amount found. This line is not booked.
# The same, of a line by which money went out.
centre-money-line-not-in = No money came in by it. This line is not booked.
# The same, of lines that are too many.
centre-money-line-beyond = Too many lines at once: this one is not booked. Paste it again after these are booked.
# Beside an order code.
centre-money-line-exact = pays it in full
# Beside an order code.
centre-money-line-part = pays a part
# Beside an order code.
centre-money-line-excess = more than is due

## Log of who did what

# In the menu of the Centre.
centre-nav-audit = Log
# Title of the page.
centre-audit-title = Who did what
# Under the title.
centre-audit-lead = What members, the Centre and the operator changed. Nothing in this log is ever changed or removed.
# Opens the fields that narrow the list.
centre-audit-narrow = Search in the log
# Column, and field.
centre-audit-who = Who
# Under the field.
centre-audit-who-hint = A phone number or a part of a name
# Column, and field.
centre-audit-what = What
# Column: the thing it was done with.
centre-audit-object = With what
# Column.
centre-audit-when = When
# Field.
centre-audit-cooperative = Cooperative
# Field.
centre-audit-day = Day
# Button.
centre-audit-show = Show
# Link to the list without a search, and the choice of every kind.
centre-audit-all = Everything
# When there are no events.
centre-audit-empty = Nothing was found.
# Link to the first page of the list.
centre-audit-newest = Back to the newest
# After a name: somebody of the Centre who worked in a cooperative's name.
centre-audit-for-cooperative = of the Centre, in the cooperative's name
# In place of a name: whoever runs the server.
centre-audit-operator = Operator of the server
# In place of a name.
centre-audit-buyer = Buyer
# Who did it: somebody whose cooperative wants to sell here.
centre-audit-applicant = Applicant
# Who did it, when there is no name any more. $number: their number.
centre-audit-gone = Former member { $number }
# What an event is about.
centre-audit-area-people = Members
centre-audit-area-cooperatives = Cooperatives
centre-audit-area-money = Money
centre-audit-area-orders = Orders
centre-audit-area-goods = Products and stock
centre-audit-area-shops = Shop pages
centre-audit-area-messages = Messages
centre-audit-area-settings = Settings
centre-audit-area-texts = Texts of the shop
centre-audit-area-log = This log

## Cooperatives, as the Centre sees them

# In the menu of the Centre.
centre-nav-cooperatives = Cooperatives
# Menu: what people searched for and did not find.
centre-nav-searches = Searches
# Title of the page.
centre-cooperatives-title = Cooperatives
# Field with the two below.
centre-cooperatives-which = Which
centre-cooperatives-all = All
centre-cooperatives-only-suspended = Suspended ones only
# Badge.
centre-cooperatives-sells = Sells
# Badge.
centre-cooperatives-suspended = Suspended
# After the township. $count: how many products it has published.
centre-cooperatives-goods = products: { $count }
# Link to the list.
centre-cooperatives-back = All cooperatives
# Link.
centre-cooperative-shop = Its page in the shop
# Heading: to which pickup stations a cooperative brings its goods.
centre-collection = Where its goods can be collected
centre-collection-text = Tick the townships to whose stations it brings its goods. With none ticked, it brings them to all. What was ordered before goes where it was to go.
# Above the boxes.
centre-collection-townships = Townships
centre-collection-done = Saved: buyers choose among these stations from now on.
# Heading and button.
centre-cooperative-suspend = Suspend
# Under the heading.
centre-cooperative-suspend-text = Its goods leave the shop and cannot be ordered. Its members can still read everything, pack and finish what was ordered.
# At the top, after it.
centre-cooperative-suspend-done = The cooperative is suspended.
# Heading and button.
centre-cooperative-admit = Let it sell again
# Under the heading.
centre-cooperative-admit-text = All that it has published is in the shop again at once.
# At the top, after it.
centre-cooperative-admit-done = The cooperative sells again.
# When somebody else decided something about the cooperative meanwhile.
centre-cooperative-overtaken = Something else was decided here meanwhile, so nothing was done this time. This is how it stands now.
# Field.
centre-cooperative-reason = Reason
# Under the field.
centre-cooperative-reason-hint = Its members are sent a message and read this in their work area; buyers do not.
# Under the same field when the cooperative is to sell again: the message has room for a sentence.
centre-cooperative-admit-hint = Its members are sent a message with the beginning of it, so keep it short; buyers do not see it.
# Heading.
centre-cooperative-history = What was decided
# Line of the history.
centre-cooperative-was-suspended = Suspended
# Line of the history.
centre-cooperative-was-admitted = Sells again
