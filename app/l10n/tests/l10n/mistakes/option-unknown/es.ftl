shop-items = Te damos la bienvenida { NUMBER($count, digits: 2) }
