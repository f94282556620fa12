shop-hello = 你好 { $1 }
