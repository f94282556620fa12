shop-title = { "\u20" }欢迎来到集市
