shop-title = Te damos la bienvenida.Todo es fresco
