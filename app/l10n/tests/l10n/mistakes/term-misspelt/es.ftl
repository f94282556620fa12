-brand = Altun
shop-title = Te damos la bienvenida: { -brnd }
