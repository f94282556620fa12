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
# Before what the buyer calls goods, which have another name in the clerk’s language.
desk-sold-as = On the buyer’s order:
# Heading.
desk-today = Today
# Below a number.
desk-parcels = Parcels to hand over
# Below an amount: what buyers have still to pay for these parcels.
desk-cash-to-come = Cash to take for them
# Name of the line.
desk-to-give-back = To be given back in cash
# Field.
desk-back = Cash to give back, in yuan
# Button.
desk-give-back = Cash given back
# At the top.
desk-cash-given-back = The cash that was given back is booked.
# Beside the amount.
desk-back-too-much = That much does not wait to be given back, or is not in the drawer.
