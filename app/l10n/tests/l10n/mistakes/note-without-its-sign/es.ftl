(a note)
shop-title = Te damos la bienvenida
