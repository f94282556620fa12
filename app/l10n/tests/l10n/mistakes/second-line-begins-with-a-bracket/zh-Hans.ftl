shop-title = 欢迎来到集市
    [货真价实]
