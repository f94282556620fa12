### The work area of a cooperative.

# Title of the area.
studio-title = My cooperative
# Name of the menu, read aloud.
studio-nav = Work area
# Menu.
studio-nav-home = Overview
# Menu.
studio-nav-orders = Orders
# Menu.
studio-nav-shop = Shop page
# Link to the page that buyers see.
studio-see-shop = See it in the shop
# Under the number of orders to be accepted.
studio-stat-waiting = orders to accept
# Under the number of products.
studio-stat-products = products
# Under the number of products with missing or outdated texts.
studio-stat-translations = products with texts to complete

## Orders

# Title of the page.
studio-orders-title = Orders
# Heading.
studio-orders-newest = Newest orders
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
# At the top, after a step.
studio-order-moved = Noted. The buyer sees it now.
# State of an order.
studio-status-placed = New
# State of an order.
studio-status-accepted = Accepted
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
# Badge. $languages: names of languages.
studio-product-missing = Missing: { $languages }
# Badge. $languages: names of languages.
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
# Text on the shop page.
studio-story = Your story
# Above the story.
studio-story-hint = Who you are, where your trees stand, how you work. A blank line begins a new paragraph.
studio-link = Your place on the web
studio-link-hint = A page or channel of yours, for example badam.example. The shop page leads to it.
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
