shop-title = Te damos la bienvenida,, todo es fresco
