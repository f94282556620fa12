tienda-open = Abierto
tienda-closed = Cerrado
tienda-welcome = Te damos la bienvenida
tienda-today = Hoy
tienda-tomorrow = Mañana
tienda-thanks = Gracias
