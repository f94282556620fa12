shop-title = 存成表格
