# Texts that islands show.

# where: shown for a moment after something was put into the cart, before a link to the cart
# $product: name of the product. $amount: how much of it is in the cart now, such as 2 pcs or 500 g.
cart-toast-added = { $product }: { $amount } in your cart

# where: button beside a quantity
island-step-less = One less
# where: button beside a quantity
island-step-more = One more

# where: shown for a moment when the phone has no network
island-offline = No network. Nothing is lost: try again in a moment.
