shop-title = Te damos la bienvenida
shop-more = { shop-title }
