### About the shop, and help.

about-lead = A market for a whole district: cooperatives sell what they grow, and the district's e-commerce centre sees that it reaches you.

## Ordering

about-order-title = How to order
about-order-choose = Put what you like into the cart. Goods of several cooperatives can be in one order.
about-order-send = Say who receives it and where. A name and a phone number are enough; there is no account.
about-order-follow = You get an order code. With it and the last four digits of your phone number you see at any time how far your order is.
# Link.
about-order-link = To the products

## Paying

about-pay-title = How to pay
about-pay-cash = In cash at the pickup station, when you collect your goods.
about-pay-transfer = Or by bank transfer: write the reference from your order page on it, so that we find your payment.
about-pay-cancel = As long as nothing was packed, you can cancel on the order page.
# Link.
about-pay-link = Find my order

## Freight, stations, contact

about-freight-title = Freight
about-freight-weight = Freight depends on the weight and on where it goes. You see it before you order, and it does not change afterwards.
about-freight-shared = Goods of several cooperatives travel together: you pay freight once. Collecting at a station costs nothing.
about-stations-text = Every township has stations: small shops where you order, pay in cash and collect your parcels.
# Link.
about-stations-link = Find a station
about-contact-title = Contact
about-contact-text = Something missing or broken? Call the e-commerce centre, or ask at any station.
# Heading over closed days.
about-closed-title = Holidays and closed days
# The district, its people and its goods are made up for the demonstration.
about-demo = Badamliq is an invented district: its cooperatives, stations and telephone numbers do not exist.
