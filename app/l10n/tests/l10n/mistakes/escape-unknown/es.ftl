shop-title = { "\n" }Te damos la bienvenida
