shop-title = Te damos la bienvenida, todo es fresco. Te damos la bienvenida, todo es fresco. Te damos la bienvenida, todo es fresco. Te damos la bienvenida, todo es fresco.
