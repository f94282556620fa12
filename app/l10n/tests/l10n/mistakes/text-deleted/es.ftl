shop-hello = Hola { $name }
