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
desk-sold-as = 买家订单上的名称：
desk-today = 今天
desk-parcels = 待交付包裹
desk-cash-to-come = 待收现金
desk-to-give-back = 应退现金
desk-back = 退还现金（元）
desk-give-back = 已退现金
desk-cash-given-back = 退还的现金已入账。
desk-back-too-much = 应退的没有这么多，或钱箱里不够。
