shop-open	Abierto
shop-closed	Cerrado
shop-welcome	Te damos la bienvenida
shop-today	Hoy
shop-tomorrow	Mañana
shop-thanks	Gracias
