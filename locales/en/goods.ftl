### Prices, stock and products in a cooperative's work area.

# Menu: all prices and stock.
goods-nav = Stock
# Title of the page.
goods-title = Prices and stock
# Under the title.
goods-lead = Change what you want, then save it all at once.
# When there are none.
goods-empty = You have no products yet. Make the first one.
# Field.
goods-price = Price (yuan)
# Field. $unit: pieces, kg …
goods-there = In stock ({ $unit })
# Unit of a field.
goods-unit-kilogram = kg
# Unit of a field.
goods-unit-litre = l
# Under the stock. $amount: how much.
goods-reserved = Reserved for orders: { $amount }
# What is wrong with a price. $min and $max: prices.
goods-price-bounds = Enter a price from { $min } to { $max }, like 12.50. Write thousands without a comma, like 1000.
# What is wrong with a price of a size that is cheaper for larger amounts.
goods-price-below-steps = This price is not above what larger amounts cost. Change those prices first, in the product.
# The same, when it is so much that one of those prices looks mistyped.
goods-price-above-steps = This price is more than twice what larger amounts cost. Is it mistyped? If not, change those prices first, in the product.
# Field: prices that fall with the amount.
goods-steps = Cheaper for more
# Above the field. $sample: such as 10=24.00; 50=21.50.
goods-steps-hint = From how much on it costs less, such as { $sample }
# What is wrong with it. $sample: such as 10=24.00; 50=21.50.
goods-steps-unreadable = Write the amount, = and the price, with ; between, like { $sample }.
# What is wrong with it. $count: a number.
goods-steps-too-many = There can be { $count } prices for larger amounts at the most.
# What is wrong with it. $min, $max, $step: amounts such as 1 piece or 500 g.
goods-steps-amounts = The amounts have to rise: above { $min }, up to { $max }, in steps of { $step }.
# What is wrong with it. $max: an amount such as 20 pieces or 10 kg.
goods-steps-above-most = One can buy { $max } of this size at once at the most. Enter no amount above that.
# What is wrong with it.
goods-steps-prices = The prices have to fall, and the first has to be below the price of the size.
# What is wrong with it.
goods-steps-too-cheap = One of these prices is less than half of the price of the size. Is it mistyped? Enter the price of one piece, or of a kilogram, that is at least half.
# What is wrong with a stock. $max: an amount.
goods-stock-bounds = Enter how much is there: from 0 to { $max }. Write thousands without a comma, like 1000.
# Beside a field. $now: price or amount.
goods-changed = Somebody else changed this meanwhile: it is { $now } now. To have yours, save again.
# At the top, after saving.
goods-saved = Saved. The shop shows it now.
# Link to what came in and went of a size.
goods-in-and-out = In and out
# The same, with the product; also a title. $product: its name.
goods-in-and-out-of = In and out: { $product }
# Link, read aloud. $product: the name.
goods-edit = Edit { $product }
# Heading over the form.
goods-move-title = What happened?
# Why the stock changed: a harvest, a delivery.
goods-reason-harvest = It came in
# Why the stock changed.
goods-reason-sold-elsewhere = Sold elsewhere
# Why the stock changed.
goods-reason-spoiled = Spoiled
# Why the stock changed.
goods-reason-counted = Counted: so much is there
# Why the stock changed: an answer to a buyer who reported something.
goods-reason-sent-again = Sent once more to a buyer
# Field. $unit: pieces, kg …
goods-amount = How much ({ $unit })
# Field.
goods-note = Note
# Button.
goods-move = Note it down
# What is wrong with an amount that went. $amount: how much is there.
goods-not-there = Only { $amount } is there.
# What is wrong with an amount. $max: an amount.
goods-amount-bounds = Enter an amount up to { $max }, more than nothing. Write thousands without a comma, like 1000.
# Heading.
goods-history = History
# When there is none.
goods-history-empty = Nothing was noted yet.
# Column.
goods-when = When
# Column.
goods-why = Why
# Column.
goods-change = Change
# Column: how much was there after it.
goods-then = Then there was
# Column.
goods-who = Who
# $name: somebody of the Centre.
goods-who-centre = { $name } (Centre)
# Who noted it, when they are no member any more.
goods-who-gone = somebody who has left
# Heading of a warning.
goods-short-title = There is not enough for all orders
# Under it.
goods-short-text = More is reserved than is there. Bring in more, or talk to the buyers and cancel.
# Behind an order's code. $amount: how much.
goods-short-order = missing: { $amount }
# Under a size. $people: how many asked to be told when it can be bought again.
goods-people-waiting = { $people ->
    [one] { $people } person waits for this size
   *[other] { $people } people wait for this size
}
# Badge of a size that buyers do not see.
goods-hidden = Hidden
# Badge of a product.
goods-listing-draft = Draft
# Badge of a product.
goods-listing-on-sale = On sale
# Badge of a product. $time: day and time.
goods-listing-sold-out = Sold out until { $time }
# Badge of a product.
goods-listing-paused = Paused
# Badge of a product.
goods-listing-archived = Put away
# Button.
goods-step-publish = Publish
# Button: not sold until tomorrow.
goods-step-sold-out-today = Sold out today
# Button: not sold until it is offered again.
goods-step-pause = Pause
# Button.
goods-step-resume = Offer again
# Button: out of the shop and out of the way.
goods-step-archive = Put away
# Button.
goods-step-restore = Take it out again
# One of these buttons, read aloud. $step: its word. $product: the name.
goods-step-named = { $step }: { $product }
# At the top, after a button.
goods-done = Done.
# On a draft's page.
goods-draft-note = Only you see this product. When it is right, publish it.
# Heading over these buttons.
goods-selling = Selling
# Link and title.
goods-new = New product
# Under the title.
goods-new-lead = Nobody sees it until you publish it.
# Field.
goods-category = Category
# First line of the list.
goods-category-choose = Choose a category
# Under the category of a product that is there.
goods-category-hint = Buyers find it there. Its address stays the same.
# Heading over two choices.
goods-sold = How do you sell it?
# Choice.
goods-sold-pack = In packs or pieces
# Under it.
goods-sold-pack-text = Each weighs the same and has its price.
# Choice.
goods-sold-weight = By weight
# Under it.
goods-sold-weight-text = The price is for one kilogram.
# Field.
goods-net = Weight of a pack (grams)
# Above the field.
goods-net-hint = Only for packs. Like this: 500, or 1 kg
# What is wrong with it. $max: a weight.
goods-net-bounds = Enter a weight from 1 g to { $max }.
# Above the price.
goods-new-price-hint = for one pack, or for one kilogram
# Field.
goods-new-stock = In stock
# Above it.
goods-new-stock-hint = packs, or kilograms
# Button.
goods-new-save = Save as a draft
# Button.
goods-copy = Make a similar product
# Link.
goods-sizes = Sizes
# Title. $product: the name.
goods-sizes-of = Sizes: { $product }
# Heading over the form.
goods-size-new = One more size
# Button.
goods-size-add = Add it
# Button: buyers do not see this size.
goods-size-hide = Hide
# Button: buyers see this size.
goods-size-show = Show
# Field: how much of a size one can buy at once. $unit: pieces, kg …
goods-most = Most per purchase ({ $unit })
# Button: saves that number.
goods-most-save = Save
# What is wrong with it. $min, $max, $step: amounts such as 1 piece or 500 g.
goods-most-bounds = Enter how much one can buy at once: from { $min } to { $max }, in steps of { $step }.
# The same, of an amount between two that are sold. $below, $above: these.
goods-most-off-step = That amount is not sold. Enter { $below } or { $above }.
# What is wrong with it, when a price for larger amounts begins above it. $from: an amount such as 20 pieces or 10 kg.
goods-most-below-steps = From { $from } on this size costs less, and nobody could buy so much. Change that price first, in the product, or allow at least { $from }.
# At the top, when the most was not touched and is no amount that is sold any more.
goods-most-lowered = Saved. The most per purchase went down to the nearest amount that is sold; you see it below.
# $days: how many days back orders count. $unit: what is counted, such as kilograms.
goods-buyer = Most for one buyer in { $days } days ({ $unit })
# Under it.
goods-buyer-hint = Counted by phone number, over all orders that stand. Left empty: as much as one likes.
# What is wrong with it. $min, $max, $step: amounts such as 1 piece or 500 g.
goods-buyer-bounds = Enter how much one buyer may have: from { $min } to { $max }, in steps of { $step }. Leave it empty for no limit.
# Under these fields. $left: an amount such as 3 pieces.
goods-least-above-stock = Left: { $left }. That is less than the least per purchase, so nobody can buy this size now. Lower the least, or add to the stock.
# Field: the least of a size that one can buy at once. $unit: pieces, kg …
goods-least = Least per purchase ({ $unit })
# Field: by how much what one buys can grow. $unit: pieces, kg …
goods-by = In steps of ({ $unit })
# What is wrong with one of the two. $min, $max: amounts such as 1 piece or 500 g.
goods-portion-bounds = Enter an amount from { $min } to { $max }.
# The same, when a price for larger amounts begins at an amount that is not among them. $from: an amount such as 12 pieces.
goods-by-off-steps = From { $from } on this size costs less, and in such amounts nobody could buy exactly that, or everybody would. Change that price first, in the product, or choose other amounts.
# Opens the next fields, of a new size.
goods-amounts = Smallest amount, steps and limit per buyer
# Field: the least that one can buy at once.
goods-new-least = Least per purchase
# Under it.
goods-new-least-hint = packs, or kilograms; left empty: 1 pack, or 0.5 kg
# Field: by how much what one buys can grow.
goods-new-by = In steps of
# Under it.
goods-new-by-hint = packs, or kilograms; left empty: 1 pack, or 0.1 kg
# The same of a new size. $days: how many days back orders count.
goods-new-buyer = Most for one buyer in { $days } days
# Under it.
goods-new-buyer-hint = packs, or kilograms; left empty: as much as one likes
# Field. $amount: what the price is for: 500 g, 1 kg, 1 piece.
goods-price-per = Price (yuan, for { $amount })
# What is wrong with a stock of pieces. $max: an amount.
goods-stock-bounds-pieces = Enter how many are there, as a whole number: from 0 to { $max }.
# What is wrong with an amount of pieces. $max: an amount.
goods-amount-bounds-pieces = Enter a whole number from 1 to { $max }.
# When a product without a picture was to be published.
error-picture-needed = A product needs a picture before buyers see it. Nothing was changed. Press “Pictures”, add one, then publish.
# When a size was to be added that is there already.
error-same-size = This product has this size already; if it is hidden, press “Show” beside it. Nothing was added, and what you typed is still here.
# Heading over two fields: when goods were harvested, and where.
goods-lot-title = Harvest and origin
# Under it.
goods-lot-text = Write one of both and these goods become a lot with a number of its own. Buyers read it on the product’s page.
# Field: when it was harvested.
goods-harvested = Harvested
# How to fill it.
goods-harvested-hint = A day, a month or a year: 2026-10-05, 2026-10 or 2026
# Field: village, orchard.
goods-origin = Where from
# How to fill it.
goods-origin-hint = A village or an orchard
# What is wrong with when it was harvested.
goods-lot-day = Write a day, a month or a year like this: 2026-10-05, 2026-10 or 2026.
# What is wrong with when it was harvested.
goods-lot-future = This is still to come. Write when it was harvested.
# What is wrong with harvest or origin.
goods-lot-nothing = Only goods that come in have a harvest and an origin. Say that they came in and how much, or leave this empty.
# A lot by its number.
# $number: its number.
goods-lot = Lot { $number }
# Heading over a list of lots.
goods-lots = Lots
# Column: how much of a lot came in.
goods-lot-came = Came in
# Column: how much of a lot is left.
goods-lot-left = Left
# Field where a parcel is packed. $product: what is packed.
goods-lot-choose = From which lot: { $product }
# First choice of that field.
goods-lot-oldest = The oldest first
# Heading on the page of a lot.
goods-lot-orders = Who got it
# When nobody did.
goods-lot-orders-empty = Nothing of it was packed yet.
# Under that heading.
goods-lot-recall = To call it back, open each order: there you can write to its buyer.
# Column: the code of an order.
goods-lot-order = Order
# Column: how much of the lot is in it.
goods-lot-amount = How much
# Beside how much of an order is of no lot, where the rest is of lots.
# $amount is an amount with its unit.
goods-lot-without = { $amount } without a lot
# Beside how much of a lot was packed into orders and did not come back.
goods-lot-packed = In parcels
# Beside how much of a lot went otherwise than into parcels.
goods-lot-gone = Spoiled, sold elsewhere or missing in a count
# Beside the origin of a lot.
goods-lot-origin-waits = Buyers read it once the Centre has confirmed it
# Beside the origin of a lot, when nothing waits for the Centre any more.
goods-lot-origin-taken-back = Buyers do not read it; it goes along with the next change that the Centre confirms
# Field: of which lot something spoiled or was sold elsewhere.
goods-from-lot = Which lot
# The same, when nobody can tell.
goods-from-lot-any = Not known
# Under it.
goods-from-lot-hint = Only for what spoiled or was sold elsewhere
# What is wrong with it.
goods-from-lot-wrong = A lot can be named only for what spoiled or was sold elsewhere, and only one of which something is left. Choose again.
# The same. $amount: how much is left of the lot that was chosen.
goods-from-lot-too-much = Left of this lot: { $amount }. Enter that first, and then the rest with another lot.
# Heading over two lists of months: when a product is in season.
goods-season = Season
# Under it.
goods-season-hint = Buyers read these months, and find the goods under what is in season. Leave both empty for what is sold all year.
# Label of a list of months.
goods-season-from = First month
# The same.
goods-season-to = Last month
# In place of a month, where none is chosen.
goods-season-none = All year
# What is wrong: only one of the two months was chosen.
goods-season-half = Choose both months, or neither.
# A field.
goods-harvest-year = Harvest year
# Under it.
goods-harvest-year-hint = Four digits. Buyers read it where no lot says more exactly when it was harvested.
# What is wrong with it.
goods-harvest-year-wrong = Write a year with four digits that has begun, or leave it empty.
