shop-title = ¿Es fresco? Sí?
