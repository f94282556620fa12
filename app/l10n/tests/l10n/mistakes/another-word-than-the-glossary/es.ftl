shop-title = Tu cesta
