shop-title = Te damos la\nbienvenida
