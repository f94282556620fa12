### 发到手机的消息。

message-placed-transfer = 订单 { $code } 已提交。请在 { $date } 前转账 { $amount }，备注码 { $reference }。
message-placed-cash = 订单 { $code } 已提交。到{ $station }取货时付现金 { $amount }，保留至{ $date }。
message-accepted = 订单 { $code }：{ $cooperative }已接单，正在备货。
message-paid = 订单 { $code }：已收到您的付款 { $amount }。
message-canceled = 订单 { $code }：{ $cooperative }的商品已取消。
message-reason = 原因：{ $reason }
message-comes-back = 我们将退还 { $amount }。
message-reduced = 订单 { $code }：{ $cooperative }将少发部分商品，金额改为 { $total }。
message-question = 订单 { $code }：买家给您留言了，请到工作台回复。
message-answer = 订单 { $code }：{ $cooperative }给您留言了，请在订单页面查看。
message-sent = 订单 { $code }：{ $cooperative }的商品已发出。
message-tracking = 运单：{ $tracking }
message-ready = 订单 { $code } 已到{ $station }，请凭此码取货。
message-hours = 营业时间：{ $hours }
message-reminder = 订单 { $code } 仍在{ $station }等您取货。
message-expired = 订单 { $code } 未按时付款，已关闭。您可以重新下单。
message-refund-sent = 订单 { $code }：已向您退款 { $amount }。
message-new-order = 新订单 { $code }，货款 { $goods }。请到工作台查看。
message-order-lost = 订单 { $code } 已取消，请勿打包。
message-suspended = { $cooperative }已被暂停：商品暂时下架，已有订单请继续完成。
message-admitted = { $cooperative }已恢复销售：全部商品已重新上架。
message-code = 登录验证码 { $code }，5 分钟内有效，请勿告诉他人。
message-order-code = 订单 { $order } 的验证码：{ $code }。5 分钟内有效。
message-passkey-added = 您的账户已设置登录设备：{ $device }。如非本人操作，请在账户页面移除它并修改密码。
message-passkey-added-unnamed = 您的账户已设置新的登录设备。如非本人操作，请在账户页面移除它并修改密码。
