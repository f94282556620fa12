shop-title = 你好, 朋友
