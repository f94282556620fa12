shop-hello = 你好 { name() }
