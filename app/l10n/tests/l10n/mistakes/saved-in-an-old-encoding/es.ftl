shop-title = Todo está aquí
