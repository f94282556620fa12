shop-hello = 你好 { $名字 }
