shop-title
