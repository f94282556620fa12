shop-one = One thing here
shop-two = Two things here
shop-three = Three things here
shop-four = Four things here
shop-five = Five things here
shop-six = Six things here
