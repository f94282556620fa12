shop-title = Mercado grande
