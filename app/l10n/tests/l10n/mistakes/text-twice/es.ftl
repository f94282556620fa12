shop-title = Te damos la bienvenida
shop-title = Todo es fresco
