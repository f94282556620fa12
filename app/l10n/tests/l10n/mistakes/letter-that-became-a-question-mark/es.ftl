shop-title = Te damos la bienvenida, se?ora
