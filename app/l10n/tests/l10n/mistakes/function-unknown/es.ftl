shop-hello = Hola { UPPER($name) }
