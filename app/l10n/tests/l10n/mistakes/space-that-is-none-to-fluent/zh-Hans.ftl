shop-title　= 欢迎来到集市
