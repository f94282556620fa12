shop-title = Is it fresh? Yes?
