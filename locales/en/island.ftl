# Texts that islands show.

# where: read out and shown for a moment after something was put into the cart
# $count: lines in the cart
cart-badge-added = { $count ->
    [one] Added. { $count } item in your cart
   *[other] Added. { $count } items in your cart
}

# where: button beside a quantity
island-step-less = One less
# where: button beside a quantity
island-step-more = One more

# where: shown for a moment when the phone has no network
island-offline = No network. Nothing is lost: try again in a moment.
