shop-title = Te damos la bienvenida {
shop-hello = Hola { $name }
