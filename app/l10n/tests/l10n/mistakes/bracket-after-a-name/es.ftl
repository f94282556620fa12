shop-hello = Hola { name() }
