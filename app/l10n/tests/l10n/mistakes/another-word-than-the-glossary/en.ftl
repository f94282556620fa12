shop-title = Your cart
