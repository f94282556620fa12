tienda-abierto = Abierto
tienda-cerrado = Cerrado
tienda-saludo = Te damos la bienvenida
tienda-hoy = Hoy
tienda-manana = Mañana
tienda-gracias = Gracias
