shop-title = 欢迎来到　集市
