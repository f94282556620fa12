### The cart.

# Title of the page.
cart-title = Cart
# At the top, after something was added.
cart-added = It is in your cart.
# At the top, after quantities were changed.
cart-saved = The cart is up to date.
# At the top, when something could not be added; the reason follows.
cart-not-added = It was not added to the cart.
# Link back to the page one came from.
cart-back = Back to where you were

## Nothing in it

cart-empty-title = Your cart is empty
cart-empty-text = What you put in stays here, even when you close the page.
# Button to all products.
cart-empty-link = Look around

## A line

# Label of the quantity, read aloud. $product: name of the product.
cart-quantity-named = Quantity of { $product }
# Button at a line.
cart-remove = Remove
# The same button, read aloud. $product: name of the product.
cart-remove-named = Remove { $product }
# Under the quantity of goods sold by weight or in steps. $min, $max: smallest and largest amount. $step: step between amounts.
cart-line-steps = From { $min } to { $max }, in steps of { $step }
# At a line whose price falls with the amount. $price: of one piece, or of a kilogram, for this much.
cart-step-price = Unit price for this quantity: { $price }
# At a line, when a little more makes it cheaper. $more: how much more. $price: of one piece, or of a kilogram, then; never to be read as what $more cost.
cart-step-next = { $more } more, and the unit price is { $price }
# At a line, when less can be bought than wanted: less is left, or its cooperative sells less at once. $amount: such as 3 pcs.
cart-line-short = At most { $amount } can be bought now. Choose no more than that, or remove it.
# At a line that cannot be bought any more.
cart-line-gone = Sold out, or no longer for sale. Remove it to order the rest.
# Unit behind a number field.
cart-unit-piece = pcs
# Unit behind a number field.
cart-unit-gram = g
# Unit behind a number field.
cart-unit-millilitre = ml

## Totals

# Button that sends the changed quantities.
cart-update = Update quantities
# Under the goods of one cooperative, with their price.
cart-seller-goods = From this cooperative
# Heading over the totals.
cart-summary = Summary
# Price of all goods.
cart-goods = Goods
# Weight of everything with its packing.
cart-weight = Weight with packing
# Under the totals.
cart-freight-later = The shipping fee is worked out at checkout, once you say where it goes.
# In place of the checkout button.
cart-not-orderable = Change or remove the marked items first, then you can check out.
# Link to the products.
cart-continue = Continue shopping

## After a line was taken out

# $product: name of the product.
cart-removed = { $product } was taken out of the cart.
# Button beside it: puts the line back.
cart-undo = Undo
# Over a link to the order that the cart became, on the page of an empty cart. However the order stands by then.
cart-ordered = Your last order
