shop-hello = Hola { $1 }
