shop-hello = Hola { $nam }
