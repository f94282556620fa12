### What a cooperative prints: labels, packing slips, a poster.

# Opens the form.
print-title = Print labels or packing slips
# Above the buttons, where orders can be ticked.
print-hint = Tick orders in the list below. The file opens in a new tab; print it from there in its own size (100 %).
# Field.
print-what = What
# Choice: what is stuck on parcels.
print-labels = Labels with the address
# Choice: what is put into parcels.
print-slips = Packing slips
# Field.
print-paper = Paper
# Choice of paper.
print-paper-100 = Label roll 100 × 150 mm
# Choice of paper.
print-paper-76 = Label roll 76 × 130 mm
# Choice of paper.
print-paper-a4 = A4 sheets
# Button on the page of one order.
print-button = Open the file
# Button: only the orders that were ticked.
print-ticked = Print those ticked
# Button: all orders on the packing list that were accepted.
print-waiting = Print all to be packed or handed over
# Beside a box to tick.
print-tick = For printing
# The same, read aloud. $code: the order’s code.
print-tick-of = Order { $code }: for printing
# Title of a page: one file for many orders.
print-many = Print many orders
# $count: how many orders are in the file.
print-many-orders = Orders in the file: { $count }
# Under it.
print-many-text = Those that have waited longest. The file is made in parts; you see how far it is and can leave the page meanwhile.
# Button.
print-many-begin = Make the file
# $done of $total orders.
print-many-progress = { $done } of { $total } orders are ready
# Read aloud at the bar.
print-many-making = The file is being made
# Before a day and a time.
print-many-until = You can open it until
print-many-failed = This file could not be made, by a fault of ours. Your orders are unchanged. Try again later, or print fewer at a time.
# Link.
print-many-back = To the packing list
# Why nothing was printed: some of what was ticked is no order of this cooperative. $count: how many of them. $all: of how many.
print-unknown = Not there among your orders: { $count } of the { $all } you chose. Nothing was printed. Print the others, or go back and tick again.
# Why nothing was printed. $count: how many were chosen. $most: how many fit into one file.
print-too-many = You chose { $count } orders; one file holds { $most } at the most. Nothing was printed. Go back and tick fewer.
# Why nothing was printed, though all that wait were asked for.
print-nothing-waits = No order waits to be packed or handed over, so there is nothing to print.
# Button: those of the chosen orders that are there.
print-rest = Print these
# Under how many orders are in the file, when they were ticked.
print-many-ticked-text = Those you ticked. The file is made in parts; you see how far it is and can leave the page meanwhile.

## On the paper

# On a label, over who receives it.
print-to = To
# On a label, over the cooperative that sends it.
print-from = From
# Title of the paper in the parcel.
print-slip = Packing slip
# On that paper, before the numbers of lots, or a line on which one is written by hand.
print-lot = Lot
# On a poster, under the QR code.
print-scan = Scan to visit our shop

## The poster

# Heading over the shop’s link.
print-share = Tell people about your shop
# Under it.
print-share-text = Send this link, or let people scan the code. Both lead to your shop page.
# The picture, read aloud.
print-qr = QR code of your shop page
# Button.
print-poster = Poster to print (A4)

## What can go wrong

error-nothing-to-print = No order was ticked, so there is nothing to print. Go back, tick the orders, and press the button again.
error-too-many-to-print = At most 200 orders fit into one file. Nothing was printed. Print fewer at a time.
error-no-fonts = This shop was set up without the fonts for printing, so no file was made. Your orders are unchanged. Please tell the Centre.
