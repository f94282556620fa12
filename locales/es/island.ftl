# Texts that islands show.

# where: read out and shown for a moment after something was put into the cart
# $count: lines in the cart
cart-badge-added = { $count ->
    [one] Añadido. { $count } producto en el carrito
   *[other] Añadido. { $count } productos en el carrito
}

# where: button beside a quantity
island-step-less = Uno menos
# where: button beside a quantity
island-step-more = Uno más

# where: shown for a moment when the phone has no network
island-offline = Sin conexión. No se ha perdido nada: inténtalo de nuevo en un momento.
