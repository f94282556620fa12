shop-one = 这里有一件东西
shop-two = 这里有两件东西
shop-three = 这里有三件东西
shop-four = 这里有四件东西
shop-five = 这里有五件东西
shop-six = 这里有六件东西
