shop-title =
