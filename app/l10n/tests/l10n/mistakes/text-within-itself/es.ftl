shop-title = { shop-more }
shop-more = { shop-title }
