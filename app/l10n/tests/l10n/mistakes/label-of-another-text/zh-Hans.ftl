shop-title = 欢迎来到集市
shop-more = { shop-title.label }
