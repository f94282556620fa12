shop-title = 欢迎来到集市
    .label = 货真价实
