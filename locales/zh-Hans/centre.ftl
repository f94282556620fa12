### 中心的页面。

centre-outbox-title = 待发消息
centre-outbox-text = 尚未接入短信服务。请在此查看并转告，最新的在最前面。
centre-outbox-empty = 还没有消息。
centre-outbox-when = 时间
centre-outbox-topic = 类型
centre-outbox-to = 收件人
centre-outbox-message = 内容
