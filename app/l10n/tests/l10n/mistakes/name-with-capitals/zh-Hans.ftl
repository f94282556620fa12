Shop_Title = 欢迎来到集市
