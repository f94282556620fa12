### 自提点柜台。

desk-title = 自提点柜台
desk-text = 请询问订单号和手机号后四位。
desk-find = 查询订单
desk-another = 下一位
desk-to-take = 现在应付
desk-nothing-to-take = 现在无需付款。
desk-cash = 现金（元）
desk-take-cash = 已收现金
desk-cash-taken = 现金已入账。
desk-done = 已记录。
desk-hand-over = 交付
desk-arrived = 已到货
desk-pay-first = 请先收款，再交付。
