shop-title = Paga en un cuarto de hora
