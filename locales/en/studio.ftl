### The work area of a cooperative.

# Title of the area.
studio-title = My cooperative
# Name of the menu, read aloud.
studio-nav = Work area
# Menu.
studio-nav-orders = Orders
# Menu.
studio-nav-shop = Shop page
# Link to the page that buyers see.
studio-see-shop = See it in the shop
# Under the number of orders to be accepted.
studio-stat-waiting = orders to accept
# Under the number of products with missing or outdated texts.
studio-stat-translations = products with texts to complete
# Under the number of texts of the shop page that are missing or outdated.
studio-stat-page-texts = texts of the shop page to complete

## Orders

# Title of the page.
studio-orders-title = Orders
# Heading.
studio-orders-waiting = Next to do
# At the top of an open page, when an order comes.
studio-news-order = A new order has come.
# Link in it: to the new orders.
studio-news-see = See new orders
# Button on the first page, while the sound is off: turns it on.
studio-news-sound-off = Ring when an order comes
# The same button, while the sound is on: turns it off.
studio-news-sound-on = Rings when an order comes. Turn off
# While there is no network: a form waits.
studio-offline-form = No network. What you pressed waits on this page and is sent when the network is back. Leave the page open.
# While there is no network: a page cannot be opened.
studio-offline-page = No network. This page stays as it is; try again when the network is back.
# Above the goods of an order.
studio-order-short = There is not enough in stock for this order. Bring some in, or press “Something is missing”.
# On the overview, after a number.
studio-stat-short = sizes with more ordered than there is
# Opens the search.
studio-orders-find = Search and narrow
# When no order waits for anything.
studio-orders-none-to-do = Nothing is to be done with orders now.
# Instead of “unpaid”, for an order that is paid in cash where it is collected.
studio-pays-at-station = Pays when collecting
# Link.
studio-orders-all = All orders
# When there are none.
studio-orders-empty = No orders yet. They appear here as soon as somebody buys.
# Column.
studio-order-code = Order
# Column.
studio-order-placed = Ordered
# Column.
studio-order-contents = Goods
# Column.
studio-order-amount = Amount
# Column.
studio-order-status = Status
# Title. $code: the order's code.
studio-order-title = Order { $code }
# Name of the line.
studio-order-destination = Goes to
# Heading over the buttons.
studio-order-next = Next step
# When there is nothing to do.
studio-order-none = There is nothing left to do here.
# Button.
studio-order-accept = Accept order
# Button.
studio-order-pack = Goods are packed
# Button.
studio-order-dispatch = Handed to the carrier
# Button.
studio-order-ready = It is at the pickup station
# Button.
studio-order-deliver = The buyer has it
# Button, for five minutes.
studio-order-undo-accept = Take the acceptance back
# Button, for five minutes.
studio-order-undo-pack = Not packed yet
# Button: takes the step of handing over back.
studio-order-undo-dispatch = Not handed over yet
# Button: takes the step of arriving back.
studio-order-undo-ready = Not at the station yet
# Before a step that cannot be taken back.
studio-order-problem-sure = Are you sure? This cannot be undone, and the buyer reads it.
# Notice after something was taken back. $code: the order’s code.
studio-moved-back = Order { $code }: taken back.
# Button.
studio-order-not-collected = Nobody came for it
# Button.
studio-order-refuse = The buyer did not take it
# Button.
studio-order-restock = It is back and good: sell it again
# Button.
studio-order-write-off = It is back, but spoilt
# Button.
studio-order-lose = It was lost on the way
# Opens the buttons for goods that do not reach their buyer.
studio-order-problem = Something went wrong
# Field.
studio-order-carrier = Carrier
# Field.
studio-order-tracking = Parcel number
# Button beside the number of a parcel: turns the camera on.
studio-scan-open = Read the number with the camera
# The same button while the camera is on.
studio-scan-close = Turn the camera off
# While the camera is on.
studio-scan-looking = Hold the bar code of the label in front of the camera. The picture is not sent anywhere.
# After a while without a code.
studio-scan-nothing = Nothing found yet. Hold the label closer, flat and in good light.
# When the number stands in the field.
studio-scan-found = Found. Please compare the number with the label.
# When the person or the browser said no.
studio-scan-denied = This page may not use the camera. Allow it in the browser’s settings, or type the number.
# When there is none, or another program has it.
studio-scan-no-camera = There is no camera, or another program is using it. Please type the number.
# When nothing was found for long, and the camera was turned off.
studio-scan-gave-up = No code was found, and the camera is off. Try again, or type the number.
# Field: why the order is canceled.
studio-order-reason = Why
# Field under the reason.
studio-order-reason-note = In your own words
studio-order-reason-hint = The buyer reads this.
# Name of the line, and column.
studio-order-payment = Payment
studio-order-awaits-transfer = The buyer pays by bank transfer, and it has not come in yet. You can accept the order when it has; you need not do anything until then.
studio-order-awaits-cash = It is handed over at the station once the buyer has paid there.
# Opens the question.
studio-order-cancel = Cancel order
# The question.
studio-order-cancel-text = Cancel this order? The goods go back on sale and the buyer sees it at once.
# Button.
studio-order-cancel-confirm = Yes, cancel it
# State of an order.
studio-status-placed = New
# State of an order.
studio-status-completed = Completed
# State of an order.
studio-status-canceled = Canceled
# State of an order.
studio-status-expired = Expired

## Products

# Heading.
studio-products-title = Products
# Lowest price of a product. $price: the price.
studio-product-from = from { $price }
# Badge.
studio-product-available = In stock
# Badge.
studio-product-sold-out = Sold out
# Badge. $languages: which texts in which languages, such as “Description (Spanish)”.
studio-product-missing = Missing: { $languages }
# Badge. $languages: which texts in which languages, such as “Description (Spanish)”.
studio-product-outdated = Outdated: { $languages }
# Link, read aloud with the name. $product: name of the product.
studio-product-edit = Edit { $product }

## Editing

# Title of the page.
studio-shop-title = Shop page
# At the top, after saving.
studio-saved = Saved. The shop shows it now.
# Above the save button, once something was typed.
studio-draft-unsaved = Not saved yet. It is kept on this phone.
# Above the save button, when what was typed an earlier time stands in the fields again.
studio-draft-restored = What you had typed is back. It is not saved yet.
# Button: go back to what is saved.
studio-draft-discard = Throw it away
# Above the texts. $language: the language the cooperative writes first.
studio-source-note = You write in { $language } first. When you change that text, the other languages are marked as outdated until you bring them up to date.
# Text on the shop page.
studio-tagline = One line about you
# Text of a product.
studio-name = Name
# Text of a product.
studio-description = Description
# Label of a field of one language. $field: name of the field. $language: the language.
studio-field-in = { $field } ({ $language })
# Badge: what the cooperative wrote itself.
studio-state-source = Original
# Badge: translated by a person.
studio-state-human = Translated
# Badge.
studio-state-machine = Machine translation
# Badge: the original was changed later.
studio-state-outdated = Outdated
# Beside a translation whose source has changed.
studio-still-right = This text is still right
# Beside a text that a machine wrote: a box by which a person says that it is right.
studio-machine-right = I have read this text, and it is right
# Opens the words of the glossary that occur in a text, with their translations.
studio-glossary = Words of the glossary in these texts
# Above the button.
studio-suggest-hint = A machine can translate the texts that are missing. It fills only empty fields, and buyers read that a machine translated them until somebody of you says that they are right.
# Button.
studio-suggest-button = Have a machine fill in what is missing
# After the button: the texts will be there soon.
studio-suggest-waiting = The machine is writing what is missing. It takes a minute at the most; this page may be left.
# The same on the shop page, which has many texts.
studio-suggest-waiting-page = The machine is writing what is missing, some texts at a time. It may take a few minutes; this page may be left. Buyers see the texts once the page is published.
# Link that opens the page again.
studio-suggest-look = Look again
# Why nothing was written.
studio-suggest-unreachable = The machine did not answer. Your texts are as they were; please try again later.
# Why nothing was written.
studio-suggest-refused = The machine does not take these texts. Your texts are as they were; please tell the Centre.
# Why not everything was written.
studio-suggest-unusable = What the machine wrote does not fit. What was there is as it was; please write what is still missing yourselves, or try again.
# Badge: no text in this language.
studio-state-missing = Missing
# When somebody else saved first.
studio-conflict = Somebody else saved this page while you were writing. Nothing of yours was saved yet, and what you typed is still here. Compare, then save again to keep yours.
# Opens the text that is saved now.
studio-conflict-saved = What is saved now

## Prices and stock

# Heading.
studio-offers-title = Sizes, prices and stock
# Title. $product: name of the product.
studio-product-title = Edit { $product }
# Field.
studio-price = Price in yuan
# Under the price. $amount: what the price is for, e.g. 500 g.
studio-price-hint = for { $amount }
# Field. $unit: pieces, grams …
studio-stock = In stock ({ $unit })
# Under the stock. $reserved: how much is reserved.
studio-stock-hint = of these reserved for orders: { $reserved }
# Under the stock field, when the number cannot be right.
studio-stock-wrong = Enter a whole number, at least as many as are reserved.

## The menu

# Menu at the bottom: what is to be done now.
studio-nav-today = Today
# Menu at the bottom: the list to pack by.
studio-nav-packing = Packing
# Menu at the bottom.
studio-nav-products = Products
# Name of the menu at the bottom, read aloud.
studio-nav-menu = Menu of my cooperative

## Today

# Heading over the numbers of what is to be done.
studio-today-title = To do now
# Under the number of orders to be packed.
studio-stat-to-pack = orders to pack
# Under the number of parcels to be given to the carrier.
studio-stat-to-hand-over = parcels to hand over
# Under the number of products of which little is left.
studio-stat-running-out = products running out

## Stages of an order

# Tab: all orders.
studio-stage-all = All
# Tab and state: a transfer has not come in.
studio-stage-awaits-payment = Awaits payment
# Tab: to be accepted.
studio-stage-new = New
# Tab and state.
studio-stage-to-pack = To pack
# Tab: packed, the carrier has not got it yet.
studio-stage-to-hand-over = To hand over
# Tab and state.
studio-stage-on-the-way = On the way
# Tab.
studio-stage-done = Completed
# Tab: orders that ended without a sale.
studio-stage-over = Canceled
# State of an order: packed, to be given to the carrier.
studio-status-packed = Packed
# State of an order.
studio-status-at-station = At the station
# State of an order: nobody took it.
studio-status-returning = Coming back
# State of an order.
studio-status-returned = Came back
# State of an order.
studio-status-lost = Lost

## Finding orders

# Field: finds orders.
studio-orders-search = Find an order
# Under the field.
studio-orders-search-hint = Code, buyer’s name, or the last four digits of the phone
# Opens the fields that narrow the list.
studio-orders-filter = By day or place
# Field: where orders go.
studio-orders-place = Goes to
# First choice of that field.
studio-orders-place-any = Anywhere
# Beside the place, when the address asks for one that is not there.
studio-orders-no-place = There is no such station; you see the orders of all places.
# Choice of that field: not to a station.
studio-orders-place-address = An address
# Field: first day.
studio-orders-from = From
# Field: last day.
studio-orders-until = Until
# When a day cannot be read.
studio-orders-day-wrong = Choose a day, or write it like 2026-11-23.
# Button of the search.
studio-orders-show = Show
# Link: the whole list again.
studio-orders-clear = Show all again
# When a search or a tab has no orders.
studio-orders-none-found = No orders here.
# Under what a search found. $count: how many of the newest orders were looked at.
studio-orders-cut = There may be more: names and parts of numbers are looked for among the newest { $count } orders. Write more of it, or choose a day.
# Link below a list: back to its beginning.
studio-orders-newest-page = Back to the newest
# Column.
studio-order-buyer = Buyer

## Packing

# Title of the page.
studio-packing-title = Packing list
# Heading over the sums.
studio-packing-needs = Fetch from the store
# Under the sums, when there are very many orders.
studio-packing-needs-cut = Only the oldest 500 orders are summed.
# Beside a sum. $count: number of parcels.
studio-packing-parcels = { $count ->
    [one] in { $count } parcel
   *[other] in { $count } parcels
}
# When nothing waits.
studio-packing-nothing = Nothing to pack, accept or hand over now.
# Heading.
studio-packing-to-pack = To pack
# Heading.
studio-packing-new = To accept
# Heading.
studio-packing-to-hand-over = To hand over
# Link under the first parcels.
studio-packing-more = More of them in the list of orders
# How to print.
studio-packing-print = To print it, choose “Print” in your browser.
# Opens the fields for carrier and number.
studio-packing-carrier = Carrier and parcel number
# Opens a form on the packing list, and its button. $count: number of orders.
studio-all-accept = Accept all ({ $count })
# Opens a form on the packing list, and its button. $count: number of orders.
studio-all-dispatch = Hand all to the carrier ({ $count })
# Notice after that.
studio-all-accepted = The orders are accepted. The buyers see it now.
# Notice after that.
studio-all-dispatched = The parcels are with the carrier. The buyers see it now.
# Below both notices.
studio-all-undo = What could not take this step is still below. You can take each back on its page for five minutes.

## Taking a step back

# Notice after a step. $code: the order’s code. $done: what was done.
studio-moved = Order { $code }: { $done }. The buyer sees it now.
# Button in that notice.
studio-undo = Wrong tap? Undo
# Beside a button that takes a step back. $time: time of day.
studio-undo-until = Possible until { $time }

## Lists of products

# Tab: products of which little is left.
studio-products-running-out = Running out
# Tab: products with texts to complete.
studio-products-texts = Texts to complete
# Tab of the list: products that buyers do not see yet.
studio-products-drafts = Drafts
# Above the products with texts to complete.
studio-products-texts-order = What most people looked at in the last 30 days comes first.
# When a tab has no products.
studio-products-none = No products here.
# Field above a long list: part of a name.
studio-products-find = Name or own code of the product
# Its button.
studio-products-find-button = Find
# Badge: what is left of a size. $amount: how much.
studio-product-left = Left: { $amount }
# Badge: what is left of one size. $size: the size. $amount: how much.
studio-product-left-of = { $size }, left: { $amount }
# At the top, after saving what buyers do not see.
studio-saved-draft = Saved. Buyers see it once the product is published.
# Under the stock field of what is weighed, when the number cannot be right.
studio-stock-wrong-weighed = Enter how much is there, at least as much as is reserved. Write thousands without a comma, like 1000.

## A cooperative that is suspended

# At the top of every page of the studio; the date follows.
studio-suspended = The Centre has suspended your cooperative:
# Under the Centre's reason.
studio-suspended-text = Your goods are not in the shop. You can still read everything, pack and finish what was ordered, but not publish anything. Ask the Centre when this has been settled.
