shop-open = La tienda está abiertashop-closed = La tienda está cerrada
