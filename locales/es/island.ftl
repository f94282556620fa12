# Texts that islands show.

# where: shown for a moment after something was put into the cart, before a link to the cart
cart-toast-added = { $product }: { $amount } en el carrito

# where: button beside a quantity
island-step-less = Uno menos
# where: button beside a quantity
island-step-more = Uno más

# where: shown for a moment when the phone has no network
island-offline = Sin conexión. No se ha perdido nada: inténtalo de nuevo en un momento.
