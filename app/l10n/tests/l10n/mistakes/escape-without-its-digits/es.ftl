shop-title = { "\u20" }Te damos la bienvenida
