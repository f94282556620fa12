shop-hello = 你好 { UPPER($name) }
