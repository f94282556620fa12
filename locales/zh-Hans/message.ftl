# Messages to a phone.

# where: text message to the buyer after an order was placed
# $code: the order code
message-order-placed = 订单 { $code } 已提交。凭订单号和手机号后四位可随时查看。
