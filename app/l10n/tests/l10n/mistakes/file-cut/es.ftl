shop-one = Uno
shop-two = Dos
