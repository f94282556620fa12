Shop_Title = Te damos la bienvenida
