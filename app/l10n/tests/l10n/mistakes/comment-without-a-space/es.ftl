#Todo es fresco
shop-title = Te damos la bienvenida
