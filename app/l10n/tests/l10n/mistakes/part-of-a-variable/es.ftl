shop-hello = Hola { $name.first }
