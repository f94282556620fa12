{\rtf1\ansi\ansicpg1252\uc0
shop-one = Una cosa aqu\'ed\par
shop-two = Dos cosas aqu\'ed\par
shop-three = Tres cosas aqu\'ed\par
shop-four = Cuatro cosas aqu\'ed\par
shop-five = Cinco cosas aqu\'ed\par
shop-six = Seis cosas aqu\'ed\par
}
