shop-hello = 你好 { $nam }
