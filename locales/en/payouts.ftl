### What cooperatives are owed and paid, and what the Centre keeps.

# Title of the page of a cooperative; link to it.
payout-title = What you are owed
# Title of the Centre's page; heading over a list.
payout-list = Payouts
# Heading.
payout-owed = As it stands now
# Beside an amount: of goods that buyers have and paid, without what the Centre keeps.
payout-delivered = For goods your buyers have, paid
# Beside an amount that is taken off.
payout-paid-so-far = Paid out so far
# Beside an amount that is taken off: it is written down to be paid.
payout-planned = Being prepared for payment
# Beside an amount.
payout-payable = Can be paid out now
# Beside an amount: of goods that buyers have, where the payment was undone later, so that it cannot be paid out.
payout-unpaid = For goods your buyers have, payment missing
# Beside an amount; head of a column of a file: all that the Centre owes, also for goods that are not delivered yet.
payout-all = Owed in all
# Below the amounts, when the amount above is less than nothing.
payout-ahead = More was paid out, or is being prepared, than is owed by now, because money went back to buyers or their payment was undone. The next sales make up for it.
# Notice for the Centre above the payouts of a cooperative: money went back to buyers after a payout was written down.
payout-less-owed = Less is owed by now than is written down. Withdraw a payout that was not sent yet, and write down less.
# Below the amounts.
payout-note = What the Centre keeps and the freight are taken off already. What the Centre waives of a buyer's bill, it bears itself.
# Heading.
payout-period = How it came about
# Instead of the chart.
payout-none = Nothing was sold in this time.
# Name of the chart, for who does not see it; the table below says the same.
payout-chart = Chart of what each time brought; the table below says the same
# Beside an amount; first line of a file.
payout-before = Owed at the beginning
# Beside an amount.
payout-after = Owed at the end
# Beside an amount; head of a column.
payout-ordered = Ordered, with freight
# Beside an amount that is taken off; head of a column.
payout-called-off = Called off or never paid
# Head of a column: an amount that is taken off.
payout-less = Less was sent
# Beside an amount that is taken off. $reason: a sentence such as “It is sold out.”
payout-less-because = Less was sent: { $reason }
# Beside an amount: something else was sent instead, and that was taken back later.
payout-less-other = Replacements taken back
# Head of a column: an amount that is taken off.
payout-back = Given back
# Beside an amount that is taken off: money went back to a buyer who had the goods. $reason: what was wrong, such as “Damaged”.
payout-back-because = Given back: { $reason }
# Beside an amount that is taken off; head of a column.
payout-freight = Freight, for the carrier
# Beside an amount that is taken off; head of a column: a share of what the goods cost, for the Centre.
payout-commission = Commission of the Centre
# Beside an amount that is taken off; head of a column: an amount for each parcel, for the Centre.
payout-parcels = Fee for each parcel
# Beside an amount that is taken off; head of a column.
payout-paid-out = Paid out
# Beside an amount; head of a column; in a file what a line is about: payouts that were undone, the money is with the Centre.
payout-paid-back = Payouts undone
# Head of a column: what all of this comes to.
payout-change = Comes to
# Under the heading of the files to take away.
payout-export-note = A line for each day or month, with everything that was taken off. Nobody is named in it.
# Heading over files to take away.
payout-export-orders = Order by order
# Under that heading.
payout-export-orders-note = A line for each order and day of the last twelve months, with everything that was taken off, and one for each payout and each payout undone.
# Link from one day or month back to all of the account.
payout-whole = The whole account
# How a cooperative is paid.
payout-method-bank = By bank
# How a cooperative is paid.
payout-method-cash = In cash
# Mark at a payout.
payout-state-draft = Waits for a second person
# Mark at a payout.
payout-state-approved = Approved, not paid yet
# Mark at a payout.
payout-state-paid = Paid
# Mark at a payout.
payout-state-withdrawn = Not paid, withdrawn
# Mark at a payout that another one undoes.
payout-state-undone = Paid, later undone
# Mark at a payout that undoes another one: the money is with the Centre.
payout-state-counter = Undoes an earlier one
# Under the title of the Centre's page.
payout-lead = One person writes a payout down, another one approves it, then it is paid by bank or in cash. What was paid by mistake is undone by an entry of its own, with the reason.
# Heading.
payout-open = To approve or to pay
# Heading.
payout-over = Paid or withdrawn
# Heading over a list of cooperatives with amounts.
payout-of-cooperatives = What cooperatives are owed
# Field.
payout-search = Name of a cooperative, amount or number of the transfer
# Field.
payout-search-state = How far it is
# Choice in that field: payouts of any state.
payout-search-all = All
# Heading over the payouts that were found.
payout-found = Payouts found
# Heading of a form.
payout-draft-title = Write a payout down
# Under that heading.
payout-draft-text = Somebody else of the Centre approves it before it is paid.
# Button.
payout-draft = Write down
# Beside the amount. $most: an amount.
payout-too-much = This is too much: { $most } can be paid out now.
# Before a name.
payout-made-by = Written down:
# Before a name.
payout-approved-by = Approved:
# Before a name.
payout-paid-by = Paid:
# At a payout that the reader wrote down.
payout-needs-other = You wrote this down: another person approves it.
# Button.
payout-approve = Approve
# Button.
payout-pay = Note as paid
# Button.
payout-withdraw = Withdraw
# Button.
payout-undo = Undo: it was not paid
# Field.
payout-method = How
# Field.
payout-reference = Number of the transfer or of the signed receipt
# Field; head of a column of a file. The cooperative reads it.
payout-undo-reason = Why it is undone
# Heading in the settings.
payout-settings-fees = Commission and fees
# Under that heading.
payout-settings-fees-text = What the Centre keeps of each sale. Orders keep what held when they were placed; cooperatives read it in their account.
# Field.
payout-settings-permille = Commission, thousandths of the goods
# Under the field, and when what was typed does not fit. $most: a number.
payout-settings-permille-hint = A whole number from 0 to { $most }: 15 is one and a half percent.
# Field.
payout-settings-parcel = Fee for each parcel, yuan
# Under the field, and when what was typed does not fit. $most: an amount.
payout-settings-parcel-hint = Not more than { $most }.
# In the history of the settings. $permille: a number. $parcel: an amount.
payout-settings-line = { $permille } ‰, { $parcel } for each parcel
