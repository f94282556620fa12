### 中心的页面。

centre-outbox-title = 待发消息
centre-outbox-text = 尚未接入短信服务。请在此查看并转告。与款项有关的在最上面，其余按时间从新到旧排列。
centre-outbox-empty = 还没有消息。
centre-outbox-when = 时间
centre-outbox-topic = 类型
centre-outbox-refund-due = 请退还这笔款项
centre-outbox-refund-late = 订单已结束，请全额退款
centre-outbox-payment-lowered = 付款前已取消一部分，超出第一个金额的款项请退还
centre-outbox-to = 收件人
centre-outbox-message = 内容
