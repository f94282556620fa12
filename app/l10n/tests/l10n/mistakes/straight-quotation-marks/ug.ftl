shop-title = "بازار"
