shop-title = 欢迎来到我们的大集市
