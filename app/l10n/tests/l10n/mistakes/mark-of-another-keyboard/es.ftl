shop-title = Te damos la bienvenida。
