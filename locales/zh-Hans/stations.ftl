### 自提点。

stations-lead = 在这里取货、付现金，工作人员也可以帮您下单。
stations-township = 乡镇
stations-township-all = 全部乡镇
stations-query = 名称、村或编号
stations-find = 查找
stations-count = { $count } 个自提点
stations-hours = 营业时间
stations-hours-daily = 每天
stations-goods = 可在此自提的商品
stations-empty-title = 没有找到自提点
stations-empty-text = 请换个写法，或选择乡镇。
stations-empty-all = 全部乡镇
