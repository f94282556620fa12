shop-hello = Hola
