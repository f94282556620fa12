shop-open = 商店开着shop-closed = 商店关着
