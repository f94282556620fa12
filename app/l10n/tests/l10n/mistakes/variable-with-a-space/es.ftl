shop-hello = Hola { $ name }
