shop-title = 欢迎来到集市
shop-open ＝ 营业中
