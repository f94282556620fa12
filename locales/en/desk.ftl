### The counter of a pickup station.

# Title of the page.
desk-title = Station desk
# Under the title.
desk-text = Ask for the order code and the last four digits of the phone number.
# Button.
desk-find = Find order
# Link: another order.
desk-another = Next customer
# Name of the line: for the parcels that are here.
desk-to-take = To be paid now
desk-nothing-to-take = Nothing has to be paid now.
# Field.
desk-cash = Cash in yuan
# Button.
desk-take-cash = Cash taken
# At the top.
desk-cash-taken = The cash is booked.
# At the top.
desk-done = Noted.
# Button.
desk-hand-over = Hand over
# Button.
desk-arrived = It has arrived here
desk-pay-first = Take the cash first, then hand it over.
