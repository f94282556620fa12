shop-title = Guárdalo como tabla
