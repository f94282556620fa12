### 查询和跟踪订单。

orders-find-title = 查询订单
orders-find-text = 订单号在下单成功的页面上。
orders-code = 订单号
orders-code-hint = 十二位字母和数字，例如 7K3M-9QXT-V2WP
orders-tail = 手机号后四位
orders-tail-hint = 下单时填写的手机号
orders-show = 查看订单
orders-wrong = 订单号与后四位不匹配，请重新核对。
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
orders-next-paid = 款项已收到，您无需再做什么。商品进度见下方。
orders-next-canceled = 此订单已取消，无需付款；已付款项将退还。
orders-next-part-canceled = 订单的一部分已取消，这部分已付的款项将退还给您。
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
orders-event-completed = 已完成
orders-event-canceled = 已取消
orders-event-expired = 未按时付款

## Details

orders-delivery-station = 自提点
orders-delivery-address = 收货地址
orders-recipient = 收货人
orders-phone = 手机号
orders-payment = 支付方式
orders-note = 给商家的备注
orders-details = 订单信息
orders-left = 扣除已取消后合计

## Canceling

orders-cancel = 取消订单
orders-cancel-text = 要取消整个订单吗？商品将重新上架，此操作无法撤销。
orders-cancel-confirm = 确定取消
orders-canceled = 订单已取消。
