### What a cooperative sold.

# Title of the page; menu.
figures-title = Sales
# Name of the two links below.
figures-period = Period
# Link.
figures-days = Last 30 days
# Link.
figures-months = 12 months
# After an amount.
figures-sold = sold
# After a number; head of a column.
figures-orders = orders
# Head of a column.
figures-when = When
# A month. $month: its name. $year: the year.
figures-month = { $month } { $year }
# Name of the chart, for who does not see it; the table below says the same.
figures-chart = Chart of what was sold; the table below says the same
# Opens the table.
figures-as-table = As a table
# Instead of the chart.
figures-none = Nothing was sold in this time.
# Heading.
figures-owed = Your goods, by how far they are
# Beside an amount.
figures-delivered = Goods your buyers have, paid
# Beside an amount.
figures-under-way = Accepted, not with the buyer yet
# Beside an amount.
figures-waiting = Waiting for you to accept
# Below the amounts.
figures-owed-note = Of all time, goods only: freight goes to the carrier, and nothing is taken off. The Centre pays it out.
# Heading.
figures-products = What sells best
# Heading.
figures-places = Where orders go
# Below. $buyers: how many people bought. $again: how many of them more than once.
figures-buyers = Buyers: { $buyers }, of them more than once: { $again }.
