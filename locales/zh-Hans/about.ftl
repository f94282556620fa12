### 关于本店与帮助。

about-lead = 一个县的集市：合作社销售自己种的东西，县电商中心负责送到您手中。

## Ordering

about-order-title = 如何下单
about-order-choose = 把喜欢的商品加入购物车，一个订单可以包含多家合作社的商品。
about-order-send = 填写收货人和收货方式即可，只需姓名和手机号，无需注册。
about-order-follow = 您会得到一个订单号，凭订单号和手机号后四位可随时查看进度。
about-order-link = 去看商品

## Paying

about-pay-title = 如何付款
about-pay-cash = 在自提点取货时付现金。
about-pay-transfer = 或银行转账：请在附言中写上订单页上的转账备注码，方便我们核对。
about-pay-cancel = 打包之前，您可以在订单页取消。
about-pay-link = 查询订单

## Freight, stations, contact

about-freight-title = 运费
about-freight-weight = 运费按重量和收货地区计算，下单前可以看到，下单后不再变化。
about-freight-shared = 多家合作社的商品一起发运，只收一次运费；到自提点取货免运费。
about-stations-text = 每个乡镇都有自提点：可以代下单、付现金、取包裹的小店。
about-stations-link = 查找自提点
about-contact-title = 联系我们
about-contact-text = 缺件或破损？请致电电商中心，或到任一自提点询问。
about-closed-title = 节假日和休息日
about-demo = 巴达木里克是虚构的县，其中的合作社、自提点和电话号码均不存在。
