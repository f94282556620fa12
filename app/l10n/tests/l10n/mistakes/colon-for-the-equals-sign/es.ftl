shop-title = Te damos la bienvenida
shop-open: Abierto
