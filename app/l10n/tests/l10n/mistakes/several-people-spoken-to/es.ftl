shop-title = Bienvenidos a vuestro mercado
