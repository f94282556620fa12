shop-hello = Hola { $name
