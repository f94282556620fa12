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
# Beside an amount: orders that are not accepted yet, also those that are still to be paid.
figures-waiting = Not accepted yet
# Below the amounts.
figures-owed-note = Of all time, goods only: freight goes to the carrier. What the Centre keeps and what it paid you stands under “What you are owed”.
# Heading.
figures-products = What sells best
# Heading.
figures-places = Where orders go
# Heading.
figures-buyers = Buyers
# Beside a number: how many people bought.
figures-buyers-all = Bought
# Beside a number: how many of them more than once.
figures-buyers-again = Of them more than once
# Beside a place. $count: how many orders go there.
figures-place-orders = { $count ->
    [one] { $count } order
   *[other] { $count } orders
}
# Beside an amount: what buyers ordered, before anything was taken off.
figures-ordered = Ordered, of all orders that stand
# Heading above reasons with amounts: why the goods of orders became less.
figures-taken-off = Taken off because less was sent
# Heading above kinds of reports with amounts: what went back to buyers who had the goods.
figures-given-back = Given back after the goods came
# Under the heading of the files to take away.
figures-export-note = The numbers of this page, with all products and places. Nobody is named in it.
# Head of a column of the file: which part of the page.
figures-column-part = Part
# Head of a column of the file: which day, product or place.
figures-column-what = What
# Head of a column of the file: how many people.
figures-column-people = People
# Head of a column of the file: an amount.
figures-column-yuan = Yuan
# Heading: how often pages and pictures of the cooperative were looked at.
figures-views = What people look at
# Below the heading.
figures-views-note = Of the last 30 days. Each opening of a page counts, and a picture when somebody comes to it. Nobody knows who it was.
# Instead of the lists.
figures-views-none = Nobody has looked at your pages in the last 30 days yet.
# Heading of a list.
figures-views-products = Products most looked at
# Heading of a list: pictures of products and of the shop page, each with what stands beside it.
figures-views-pictures = Pictures and stories most looked at
# Instead of a number: less than five times.
figures-views-few = under 5
# Head of a column of the file: how often something was looked at.
figures-column-views = Views
