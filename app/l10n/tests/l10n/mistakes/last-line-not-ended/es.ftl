shop-open = La tienda está abierta
shop-closed = La tienda está cerrada