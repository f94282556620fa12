### Products: the list, and one product's page.

## The list

catalog-list-title = All products
# For search engines.
catalog-list-description = Nuts, dried fruit, honey and fresh fruit, straight from the cooperatives that grow them.
# Under the title. $count: how many products there are.
catalog-list-count = { $count ->
    [one] { $count } product
   *[other] { $count } products
}
# Read aloud: name of the row of categories.
catalog-category-label = Categories
# First link of the row of categories.
catalog-category-all = All
# Link beside a cooperative’s name, above a list of its products: to those of all.
catalog-list-all-shops = From all cooperatives
# Read aloud: name of the row of orders.
catalog-sort-label = Sort by
catalog-sort-popular = Popular
catalog-sort-cheap = Cheapest
# The order by what a kilogram costs.
catalog-sort-per-kg = Price per kg
catalog-sort-dear = Dearest
catalog-sort-new = Newest
# The line that opens price and availability.
catalog-filter-title = Filter
# Field: lowest price.
catalog-filter-min = From (yuan)
# Field: highest price.
catalog-filter-max = To (yuan)
# Box to tick.
catalog-filter-available = Only what is in stock
# Field: the pickup station at which one wants to collect.
catalog-filter-station = Can be collected at
catalog-filter-station-hint = Number or name of your pickup station
# Beside that field.
catalog-filter-station-none = We know no open station of this number or name. Try its number or its village.
# The same field, when several stations match.
catalog-filter-station-several = Several stations match this. Write the number on the sign of yours.
# Above the list, when the address asks for a category that is not there.
catalog-filter-no-category = There is no such category here; it is left out.
# The same of a cooperative.
catalog-filter-no-shop = No such cooperative sells here; it is left out.
# Button.
catalog-filter-apply = Show
# Link that takes price and availability away.
catalog-filter-clear = Clear
# The same line when something is chosen. $count: how many filters.
catalog-filter-count = Filters: { $count }
# Above the boxes to tick: of which cooperatives.
catalog-filter-shops = Cooperatives
# Read aloud: name of the row of what is chosen.
catalog-filter-chosen = Chosen filters
# Read aloud: link that takes one filter away. $name: such as Honey, or a price.
catalog-filter-remove = Remove filter: { $name }
# A filter that is chosen. $price: the lowest price, with its sign.
catalog-filter-from = From { $price }
# A filter that is chosen. $price: the highest price, with its sign.
catalog-filter-to = Up to { $price }
# A filter that is chosen. $station: number and name of a pickup station.
catalog-filter-at = Collect at { $station }
catalog-empty-title = Nothing fits these wishes
catalog-empty-text = Try a wider price range, or have a look at everything.
# Button.
catalog-empty-all = See all products

## A product in a list

# Small label on a picture: the product is in season.
product-season-now = In season
# Small label: every size, or this size, is sold out.
product-stock-none = Sold out
# Read aloud for the round + button. $name: the product.
product-add-named = Add { $name } to cart

## A product's page

# Read aloud: name of the row of pictures.
product-pictures = Pictures
# Describes one of several pictures. $name: the product. $number of $count.
product-picture-alt = { $name }, picture { $number } of { $count }
# Read aloud at each picture of a product, which is a link to it in large.
product-pictures-enlarge = Enlarge
# $from, $to: names of months.
product-season-months = Season: { $from } to { $to }
# $year: four digits.
product-harvest = { $year } harvest
# Of what is sold now. $when: a day, a month or a year.
product-harvested = Harvested: { $when }
# $month: its name. $year: four digits.
product-harvest-month = { $month } { $year }
# $most: an amount, such as 3 pieces or 2 kg. $days: how many days back orders count.
product-buyer-limit = At most { $most } per buyer within { $days } days
# Before the place that what is sold now is from.
product-origin = From
# Above the sizes one can choose.
product-size = Choose a size
# Name of the size when goods are weighed out.
product-size-weighed = By weight
product-quantity = Quantity
# The quantity of goods that are weighed out.
product-quantity-grams = Grams
# Under the quantity of weighed goods. All three are amounts such as 500 g.
product-quantity-hint = From { $min } to { $max }, in steps of { $step }
# Beside a quantity that cannot be ordered. The amounts are such as 3 pieces.
product-quantity-range = This quantity is not sold. You can order { $min } to { $max }.
# The same when there is only one: the last piece. $amount: such as 1 piece.
product-quantity-only = This quantity is not sold. Only { $amount } can be ordered.
# The same for goods sold in steps. All three are amounts such as 500 g.
product-quantity-steps = This quantity is not sold. You can order { $min } to { $max }, in steps of { $step }.
# The quantity alone could be ordered, but some of it is in the cart already. $held: how much is in the cart, such as 18 kg.
# $max: an amount such as 20 kg.
product-quantity-with-cart = Your cart already holds { $held } of this. With it, this quantity cannot be ordered: { $max } in all at the most.
product-stock-yes = In stock
# $amount: what is left, such as 3 pieces or 500 g.
product-stock-few = Only { $amount } left
# At a size: from which amount on it costs less. $amount: such as 10 pieces or 5 kg. $price: of one piece, or of a kilogram.
product-step-from = from { $amount }: { $price }
product-stock-none-text = All of it has found a home. Have a look at the cooperative's other products below.
product-delivery-title = Delivery
# $days: a range such as 1–3, from the order on.
product-delivery-station = Ready at a pickup station of the district in { $days } days, without freight.
# Behind that, before the names of townships: the goods are not brought to others.
product-collected-in = Only at the stations of these townships:
# $near, $far: ranges such as 2–4, days from the order on.
product-delivery-home = To your door: { $near } days within Xinjiang, { $far } days elsewhere.
# Before closed days with their names: promises above are longer because of them.
product-delivery-closed = Nobody is there on some of these days, so it takes longer:
product-delivery-freight = Freight goes by weight; you see it before you order.
# Of goods that are weighed out.
product-weighed = Weighed goods are weighed again when they are packed. If it is less, you pay less; it never costs more than you ordered.
# Above the cooperative's name.
product-seller = Grown and packed by
# Link to the cooperative's page.
product-seller-story = Their story and shop
product-more-cooperative = More from this cooperative
product-more-category = From the same shelf
