### The checkout: one page from the cart to the order. Also the names of provinces.

# Title of the page.
checkout-title = Checkout
# Name of the list of steps, read aloud.
checkout-steps = Steps to your order
# First step.
checkout-step-cart = Cart
# Second step: this page.
checkout-step-details = Your details
# Third step.
checkout-step-done = Order placed

## Who receives it

# Heading.
checkout-recipient = Recipient
# Field.
checkout-name = Name
# Field.
checkout-phone = Phone number
# Under the phone field.
checkout-phone-hint = For the delivery. Its last four digits open your order later.

## Where it goes

# Heading.
checkout-delivery = Delivery
# Choice.
checkout-delivery-station = Collect at a pickup station
# Under the choice.
checkout-delivery-station-text = In your village or town, without a shipping fee. You can pay there in cash.
# Choice.
checkout-delivery-address = Deliver to an address
# Under the choice.
checkout-delivery-address-text = By carrier to the door, all over the country.
# List.
checkout-township = Township
# First line of the list of townships.
checkout-township-all = All townships
# Button: shows only the stations of the chosen township.
checkout-township-show = Show its stations
# List.
checkout-station = Pickup station
# First line of the list of stations.
checkout-station-choose = Choose a station
# Link to the page with all stations and their opening hours.
checkout-station-see = Addresses and opening hours
# Above the form: some goods in the cart are not brought to every station.
checkout-stations-fewer = Not all of your goods come to every station. You can choose among those to which they all do.
checkout-stations-none = Your goods do not all come to one station. Have them sent to an address, or order them one after the other.
# List.
checkout-province = Province
# First line of the list of provinces.
checkout-province-choose = Choose a province
# Field.
checkout-city = City or prefecture
# Field.
checkout-district = District or county
# Field.
checkout-street = Street and house number
# Button: works out the shipping fee for what was chosen, without ordering.
checkout-refresh = Work out the shipping fee

## How it is paid

# Heading.
checkout-payment = Payment method
# Choice.
checkout-payment-cash = In cash when you collect it
# Under the choice.
checkout-payment-cash-text = Only with a pickup station. Once your phone number is confirmed, we keep the goods for seven days.
# Choice.
checkout-payment-transfer = Bank transfer
# Under the choice.
checkout-payment-transfer-text = You get a reference code. Once your phone number is confirmed, we keep the goods for 24 hours.
# When the Centre takes no bank transfers.
checkout-no-transfer = Bank transfer is not possible at the moment. You can collect your goods at a pickup station and pay there.
# Field.
checkout-note = Note to the seller

## What it costs

# Heading over goods and totals.
checkout-summary = Your order
# Link to the cart.
checkout-edit-cart = Change the cart
# Price of the goods.
checkout-goods = Goods
# Line of the totals, and column of the table.
checkout-freight = Shipping fee
# In place of the fee while it is not known.
checkout-freight-open = depends on the place
# Goods and shipping.
checkout-total = Total
# Opens the table of fees.
checkout-freight-table = Shipping fees to all provinces
# Button.
checkout-place = Place order
# The same button when something has changed.
checkout-place-again = Agree and place order
# Under the button.
checkout-pay-later = You pay nothing now. The next page says how to pay.

## Something is not as it was

# Heading of the notice.
checkout-changed = Something has changed. Nothing was ordered yet.
# Under the changes.
checkout-changed-agree = Look at the new total. If you agree, send the order again.
# A change. $product: its name. $before, $now: price of the line.
checkout-change-price = { $product }: it was { $before }, now it is { $now }.
# A change. $before, $now: the fee.
checkout-change-freight = Shipping fee: it was { $before }, now it is { $now }.
# A change. $product: its name.
checkout-change-stock = { $product }: no longer for sale, or less of it can be bought now than you want. Change it in the cart.
# A change.
checkout-change-cart = Your cart has changed since this page was opened.
# More of it than one buyer may have. $product: its name. $most: an amount, such as 3 pieces. $days: how many days back orders count.
checkout-change-limit = { $product }: one phone number can order at most { $most } within { $days } days, earlier orders included.
# Heading of the notice, where more is ordered than one buyer may have.
checkout-limit-title = There is a limit for one buyer. Nothing was ordered yet.
# Under the goods.
checkout-limit-next = Take less of it in the cart, then send the order again. What you typed is kept.
# Link to the cart.
checkout-limit-cart = Change it in the cart

## Provinces in addresses. The number is that of the province in China's list of regions (GB/T 2260).

checkout-province-11 = Beijing
checkout-province-12 = Tianjin
checkout-province-13 = Hebei
checkout-province-14 = Shanxi
checkout-province-15 = Inner Mongolia
checkout-province-21 = Liaoning
checkout-province-22 = Jilin
checkout-province-23 = Heilongjiang
checkout-province-31 = Shanghai
checkout-province-32 = Jiangsu
checkout-province-33 = Zhejiang
checkout-province-34 = Anhui
checkout-province-35 = Fujian
checkout-province-36 = Jiangxi
checkout-province-37 = Shandong
checkout-province-41 = Henan
checkout-province-42 = Hubei
checkout-province-43 = Hunan
checkout-province-44 = Guangdong
checkout-province-45 = Guangxi
checkout-province-46 = Hainan
checkout-province-50 = Chongqing
checkout-province-51 = Sichuan
checkout-province-52 = Guizhou
checkout-province-53 = Yunnan
checkout-province-54 = Tibet
checkout-province-61 = Shaanxi
checkout-province-62 = Gansu
checkout-province-63 = Qinghai
checkout-province-64 = Ningxia
checkout-province-65 = Xinjiang
checkout-province-71 = Taiwan
checkout-province-81 = Hong Kong
checkout-province-82 = Macau
