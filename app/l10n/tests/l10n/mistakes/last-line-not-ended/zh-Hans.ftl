shop-open = 商店开着
shop-closed = 商店关着