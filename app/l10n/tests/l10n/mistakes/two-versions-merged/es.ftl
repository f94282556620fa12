shop-title = Te damos la bienvenida
<<<<<<< mine
=======
>>>>>>> theirs
