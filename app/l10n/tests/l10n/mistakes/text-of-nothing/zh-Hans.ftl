shop-title = { "" }
