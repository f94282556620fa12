### 查询和跟踪订单。

orders-find-title = 查询订单
orders-find-text = 订单号在下单成功的页面上。
orders-code = 订单号
orders-code-hint = 十二位字母和数字，例如 7K3M‑9QXT‑V2WP
orders-tail = 手机号后四位
orders-tail-hint = 下单时填写的手机号
orders-show = 查看订单
orders-wrong = 订单号与后四位不匹配，请重新核对。
orders-wait-number = 以前打开过此订单的浏览器仍可打开。也可以输入完整手机号代替后四位，或联系中心。
orders-unlock-text = 为保护您的订单，请输入手机号后四位。

## The order

orders-title = 订单 { $code }
orders-thanks = 谢谢！订单已提交。
orders-thanks-text = 请保存此订单号。凭订单号和手机号后四位，可随时回到这里。
orders-placed-at = 下单时间：{ $date }

## Where the order stands as a whole

orders-group-placed = 待付款
orders-group-paid = 已支付
orders-group-canceled = 已取消
orders-group-expired = 已过期
orders-group-completed = 已完成

## What to do now

orders-next = 接下来
orders-next-cash = 到{ $station }取货时付现金 { $amount }。商品为您保留到{ $date }。备好后下方会显示。
orders-next-transfer = 请在{ $date }之前转账 { $amount }，并在附言中填写备注码，以便我们核对。
orders-next-hold = 您首次使用此手机号下单。{ $time } 之前商品为您保留；此后在合作社接单或收到您的付款之前，商品可能被其他买家买走。
orders-next-held = { $time } 之前商品为您保留。
orders-station-closed = 您选的自提点已不再接新订单，但之前订的商品仍在那里取。如果到时没有开门，请致电中心。
orders-next-paid = 款项已收到，您无需再做什么。商品进度见下方。
orders-next-canceled = 此订单已取消，无需付款。
orders-next-goes-back = 您付的款项多于此订单的金额，多付的部分将退还给您。
orders-next-paid-goes-back = 您已付的款项将退还给您。
orders-next-paid-went-back = 您已付的款项已退还。
orders-next-expired = 此订单未按时付款，商品已重新上架。您可以重新下单。
orders-next-completed = 商品已送达，款项已结清。祝您吃得开心！
orders-amount = 金额
orders-reference = 转账备注码
orders-bank-holder = 户名
orders-bank-name = 开户行
orders-bank-account = 账号
orders-bank-missing = 转账前请向电商中心询问账号。

## What happened to each cooperative's part

orders-tracking = 商品进度
orders-event-placed = 已下单
orders-event-accepted = 合作社已接单
orders-event-packed = 已打包
orders-event-dispatched = 已发货
orders-event-ready = 已到自提点
orders-event-delivered = 已交付
orders-event-canceled = 已取消
orders-event-expired = 未按时付款
orders-event-not-collected = 无人领取，正在退回
orders-event-refused = 买家未收，正在退回
orders-event-returned = 已退回合作社
orders-event-lost = 途中丢失
orders-event-reduced = 部分商品未发
orders-event-replaced = 部分商品换发
orders-event-replacement-declined = 换发的商品已被拒绝
orders-carrier = 承运方
orders-tracking-number = 运单号
orders-canceled-why = 取消原因

## Why it was canceled

orders-cancel-reason-out-of-stock = 商品已售完。
orders-cancel-reason-damaged = 商品质量不合格，不能发出。
orders-cancel-reason-cannot-deliver = 无法送达该地点。
orders-cancel-reason-wrong-price = 价格有误。
orders-cancel-reason-buyer-asked = 买家要求取消。
orders-cancel-reason-other = 合作社无法完成此订单。
orders-cancel-reason-returned = 商品已退回合作社。
orders-cancel-reason-lost = 商品在途中丢失。


## Details

orders-delivery-station = 自提点
orders-delivery-address = 收货地址
orders-recipient = 收货人
orders-phone = 手机号
orders-payment = 支付方式
orders-note = 给商家的备注
orders-details = 订单信息
orders-left = 现在的金额
orders-money = 款项
orders-money-due = 应付
orders-money-received = 已收
orders-money-open = 还需支付
orders-money-waived = 已免除
orders-money-back = 将退还给您
orders-money-given-back = 已退还给您
orders-payment-nothing-due = 无需付款
orders-payment-unpaid = 未支付
orders-payment-part-paid = 部分支付
orders-payment-paid = 已支付
orders-payment-overpaid = 多付
orders-payment-to-refund = 待退款
orders-payment-refunded = 已退款

## 验证手机号，延长保留时间

orders-prove-title = 延长商品保留时间
orders-prove-text = 验证手机号 { $phone } 后，商品将为您保留到 { $date }。我们会向该号码免费发送验证码。
orders-prove-send = 发送验证码
orders-prove-sent = 验证码已发送至 { $phone }，五分钟内有效。
orders-prove-code = 短信中的验证码
orders-prove-wrong = 验证码不正确，或已超过五分钟。请再核对，或重新获取。
orders-prove-confirm = 验证手机号
orders-prove-done = 手机号已验证，谢谢！商品为您保留到 { $date }。

## Canceling

orders-cancel = 取消订单
orders-cancel-text = 要取消整个订单吗？商品将重新上架，此操作无法撤销。
orders-cancel-confirm = 确定取消
orders-cancel-rest = 取消剩余部分
orders-cancel-rest-text = 要取消此订单的剩余部分（{ $cooperatives }）吗？这些商品将重新出售，无法恢复。
orders-cancel-rest-confirm = 确定取消剩余部分
orders-canceled = 订单已取消。
orders-canceled-rest = 订单的剩余部分已取消。
