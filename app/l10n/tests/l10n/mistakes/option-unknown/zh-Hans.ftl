shop-items = 欢迎来到集市 { NUMBER($count, digits: 2) }
