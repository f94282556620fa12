shop-title = { "\n" }欢迎来到集市
