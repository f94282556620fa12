#货真价实
shop-title = 欢迎来到集市
