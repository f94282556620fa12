# Texts that islands show.

# where: read out and shown for a moment after something was put into the cart
# $count: lines in the cart
cart-badge-added = قوشۇلدى. ھارۋىدا { $count } خىل مال بار

# where: button beside a quantity
island-step-less = بىرنى كېمەيتىش
# where: button beside a quantity
island-step-more = بىرنى كۆپەيتىش

# where: shown for a moment when the phone has no network
island-offline = تور يوق. ھېچنېمە يوقالمىدى، بىردەمدىن كېيىن قايتا سىناڭ.
