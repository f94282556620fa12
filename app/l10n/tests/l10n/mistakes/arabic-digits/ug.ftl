shop-title = بازار ٥
