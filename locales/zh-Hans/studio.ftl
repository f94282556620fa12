### 合作社的工作区。

studio-title = 我的合作社
studio-nav = 工作区
studio-nav-home = 概览
studio-nav-orders = 订单
studio-nav-shop = 店铺页面
studio-see-shop = 在商店中查看
studio-stat-waiting = 待接订单
studio-stat-products = 商品
studio-stat-translations = 文字待完善的商品

## Orders

studio-orders-title = 订单
studio-orders-newest = 最新订单
studio-orders-all = 全部订单
studio-orders-empty = 还没有订单。有人下单后会显示在这里。
studio-order-code = 订单
studio-order-placed = 下单时间
studio-order-contents = 商品
studio-order-amount = 金额
studio-order-status = 状态
studio-order-title = 订单 { $code }
studio-order-destination = 送往
studio-order-next = 下一步
studio-order-none = 没有需要处理的了。
studio-order-accept = 接单
studio-order-pack = 已打包
studio-order-dispatch = 已交给快递
studio-order-ready = 已到自提点
studio-order-deliver = 买家已收货
studio-order-undo-accept = 撤销接单
studio-order-undo-pack = 撤销打包
studio-order-not-collected = 无人领取
studio-order-refuse = 买家未收
studio-order-restock = 已退回，完好，重新上架
studio-order-write-off = 已退回，但已损坏
studio-order-lose = 途中丢失
studio-order-problem = 出了问题
studio-order-carrier = 承运方
studio-order-tracking = 运单号
studio-order-reason = 原因
studio-order-reason-note = 补充说明
studio-order-reason-hint = 买家会看到。
studio-order-payment = 付款
studio-order-awaits-transfer = 买家选择银行转账，款项尚未到账。到账后才能接单，在此之前无需操作。
studio-order-awaits-cash = 买家在自提点付款后即可交付。
studio-order-cancel = 取消订单
studio-order-cancel-text = 要取消此订单吗？商品将重新上架，买家会立即看到。
studio-order-cancel-confirm = 确定取消
studio-order-moved = 已记录，买家现在可以看到。
studio-status-placed = 新订单
studio-status-accepted = 已接单
studio-status-completed = 已完成
studio-status-canceled = 已取消
studio-status-expired = 已过期

## Products

studio-products-title = 商品
studio-product-from = { $price } 起
studio-product-available = 有货
studio-product-sold-out = 售罄
studio-product-missing = 缺少：{ $languages }
studio-product-outdated = 待更新：{ $languages }
studio-product-edit = 编辑{ $product }

## Editing

studio-shop-title = 店铺页面
studio-saved = 已保存，商店中已更新。
studio-draft-unsaved = 尚未保存，内容已暂存在这部手机上。
studio-draft-restored = 已恢复您之前填写的内容，尚未保存。
studio-draft-discard = 放弃修改
studio-source-note = 您首先用{ $language }撰写。修改后，其他语言的文字会标为待更新，直到您更新它们。
studio-tagline = 一句话介绍
studio-story = 您的故事
studio-story-hint = 您是谁、果园在哪里、怎样劳作。空一行表示另起一段。
studio-link = 您的网站
studio-link-hint = 您自己的网页或频道，例如 badam.example。店铺页面上会显示这个链接。
studio-name = 名称
studio-description = 说明
studio-field-in = { $field }（{ $language }）
studio-state-source = 原文
studio-state-human = 已翻译
studio-state-machine = 机器翻译
studio-state-outdated = 待更新
studio-still-right = 这段文字仍然正确
studio-state-missing = 缺少
studio-conflict = 您编辑时，其他人保存了此页。您的内容还没有保存，但都还在。请对照后再次保存。
studio-conflict-saved = 当前已保存的内容

## Prices and stock

studio-offers-title = 规格、价格和库存
studio-product-title = 编辑{ $product }
studio-price = 价格（元）
studio-price-hint = 每{ $amount }
studio-stock = 库存（{ $unit }）
studio-stock-hint = 其中已为订单预留：{ $reserved }
studio-stock-wrong = 请填写整数，且不少于已预留的数量。
