shop-title = 请在十五分钟内付款
