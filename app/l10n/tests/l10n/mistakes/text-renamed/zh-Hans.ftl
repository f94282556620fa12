shop-titel = 欢迎来到集市
