### 网络不好和共用手机：没有网络时的页面、待发送的内容、省流量、清除本机订单。

## A page that was opened before, shown without a network. One of the first four and one of the two after stand in one line

offline-saved-now = 刚刚保存
offline-saved-minutes = { $minutes } 分钟前保存
offline-saved-hours = { $hours } 小时前保存
offline-saved-days = { $days } 天前保存
offline-away = 没有网络
offline-slow = 网络较慢

## The page in place of one that cannot be opened

offline-title = 没有网络
offline-text = 没有网络时打不开这个页面。网络恢复后请再试一次。
offline-seen = 没有网络也能打开的页面
offline-unsent = 您提交的内容没有送达。请返回上一页，您填写的内容还在。
offline-unforgotten = 因为没有网络，什么都没有清除。您的订单和信息还在这部手机上：网络恢复后请再试一次，再把手机交给别人。

## What waits on the phone to be sent

offline-waiting-title = 待发送
offline-waiting-nothing = 这部手机上没有待发送的内容。
offline-waits = 这部手机上有内容在等待网络。
offline-see = 查看
offline-cart-waits = 没有网络：这项改动先留在手机上，联网后自动发送。
offline-cart-kept = 购物车的改动会在网络恢复后发送。
offline-cart-refused = 购物车有一项改动没能完成，请查看购物车。
offline-order-waits = 网络恢复后会发送您的订单。订单已保存在这部手机上，可以关闭页面。
offline-order-asks = 订单没有发送，因为情况有变化。请看看现在的价格。
offline-order-look = 查看变化
offline-order-sent = 您的订单已发送。
offline-order-late = 来不及在这里放弃了：这份订单已经发送。您可以在订单页面取消它。
offline-order-see = 查看订单
offline-send = 立即发送
offline-drop = 不发送
offline-drop-ask = 放弃后，这部手机不会再发送这份订单。
offline-drop-sure = 放弃订单

## Saving data, in the footer

offline-saving-start = 省流量
offline-saving-stop = 关闭省流量
offline-saving-on = 正在省流量：小图片，不加载其他内容。

## One's own orders on this phone

offline-orders-title = 这部手机上的订单
offline-orders-short = 订单
offline-orders-other = 查找其他订单
offline-forget = 清除这部手机上我的订单和信息
offline-forget-text = 购物车、收藏、未发送的订单和您填写的内容也会清除。订单本身不受影响；凭订单号和手机号可以再次找到。
offline-forget-station = 这是自提点的手机，其他人也会使用。用完后请清除您的信息。
offline-forgotten = 这部手机上您的订单和信息已清除。

## Ordering the same again

offline-again = 再来一单
offline-again-done = 上次买的商品已加入购物车，按今天的价格计算。
offline-again-missing = 以下商品无法加入，或数量不足：
