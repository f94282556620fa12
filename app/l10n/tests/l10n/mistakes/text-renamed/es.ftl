shop-titel = Te damos la bienvenida
