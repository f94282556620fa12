-brand = Altun
shop-title = 欢迎来到集市：{ -brnd }
