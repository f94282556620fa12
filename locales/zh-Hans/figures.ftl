### 销售情况。

figures-title = 销售情况
figures-period = 时段
figures-days = 近30天
figures-months = 12个月
figures-sold = 销售额
figures-orders = 订单数
figures-when = 时间
figures-month = { $year }年{ $month }
figures-chart = 销售图表，下方表格内容相同
figures-as-table = 以表格查看
figures-none = 这段时间没有销售。
figures-owed = 货款（按进度）
figures-delivered = 买家已收货、已付款
figures-under-way = 已接单，尚未送达
figures-waiting = 等待您接单
figures-owed-note = 累计金额，仅为货款：运费归承运方，不扣任何费用，由中心支付。
figures-products = 卖得最好
figures-places = 订单去向
figures-buyers = 买家 { $buyers } 人，其中回头客 { $again } 人。
