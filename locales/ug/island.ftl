# Texts that islands show.

# where: shown for a moment after something was put into the cart, before a link to the cart
cart-toast-added = { $product }: ھارۋىدا { $amount } بار

# where: button beside a quantity
island-step-less = بىرنى كېمەيتىش
# where: button beside a quantity
island-step-more = بىرنى كۆپەيتىش

# where: shown for a moment when the phone has no network
island-offline = تور يوق. ھېچنېمە يوقالمىدى، بىردەمدىن كېيىن قايتا سىناڭ.
