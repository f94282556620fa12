shop-title = <b>Te damos la bienvenida</b>
