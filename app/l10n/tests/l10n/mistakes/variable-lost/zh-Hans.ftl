shop-hello = 你好
