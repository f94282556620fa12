shop-title = Te damos la bienvenida
    .label = Todo es fresco
