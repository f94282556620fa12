shop-one = Una cosa aquí
shop-two = Dos cosas aquí
shop-three = Tres cosas aquí
shop-four = Cuatro cosas aquí
shop-five = Cinco cosas aquí
shop-six = Seis cosas aquí
