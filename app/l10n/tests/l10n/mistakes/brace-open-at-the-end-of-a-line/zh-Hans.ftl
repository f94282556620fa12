shop-title = 欢迎来到集市 {
shop-hello = 你好 { $name }
