shop-title = 欢迎来到集市
shop-title = 货真价实
