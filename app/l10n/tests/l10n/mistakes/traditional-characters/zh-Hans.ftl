shop-title = 歡迎來到集市
