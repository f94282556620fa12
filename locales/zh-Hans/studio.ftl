### 合作社的工作区。

studio-title = 我的合作社
studio-nav = 工作区
studio-nav-orders = 订单
studio-nav-shop = 店铺页面
studio-see-shop = 在店铺中查看
studio-stat-waiting = 待接订单
studio-stat-translations = 文字待完善的商品
studio-stat-page-texts = 店铺页面待完善的文字

## Orders

studio-orders-title = 订单
studio-orders-waiting = 接下来要处理
studio-news-order = 有新订单。
studio-news-see = 查看新订单
studio-news-sound-off = 有新订单时响铃
studio-news-sound-on = 有新订单时会响铃，点此关闭
studio-offline-form = 没有网络。您的操作留在本页，网络恢复后会自动发送，请不要关闭页面。
studio-offline-page = 没有网络。本页保持不变，网络恢复后请再试。
studio-order-short = 库存不够此订单。请补货，或点“有缺货”。
studio-stat-short = 库存不够订单的规格
studio-orders-find = 查找与筛选
studio-orders-none-to-do = 现在没有要处理的订单。
studio-pays-at-station = 取货时付款
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
studio-order-undo-dispatch = 撤销交给快递
studio-order-undo-ready = 撤销到站
studio-order-problem-sure = 确定吗？此操作不能撤销，买家也会看到。
studio-moved-back = 订单 { $code }：已撤销。
studio-order-not-collected = 无人领取
studio-order-refuse = 买家未收
studio-order-restock = 已退回，完好，重新上架
studio-order-write-off = 已退回，但已损坏
studio-order-lose = 途中丢失
studio-order-problem = 出了问题
studio-order-carrier = 承运方
studio-order-tracking = 运单号
studio-scan-open = 用相机扫描单号
studio-scan-close = 关闭相机
studio-scan-looking = 请将面单上的条形码对准相机。画面不会发送到任何地方。
studio-scan-nothing = 还没有识别到。请靠近一些，放平，光线要充足。
studio-scan-found = 已识别，请与面单核对单号。
studio-scan-denied = 本页面无权使用相机。请在浏览器设置中允许，或手动填写单号。
studio-scan-no-camera = 没有可用的相机，或正被其他程序使用。请手动填写单号。
studio-scan-gave-up = 没有识别到条形码，相机已关闭。请重试或手动填写单号。
studio-order-reason = 原因
studio-order-reason-note = 补充说明
studio-order-reason-hint = 买家会看到。
studio-order-payment = 付款
studio-order-awaits-transfer = 买家选择银行转账，款项尚未到账。到账后才能接单，在此之前无需操作。
studio-order-awaits-cash = 买家在自提点付款后即可交付。
studio-order-cancel = 取消订单
studio-order-cancel-text = 要取消此订单吗？商品将重新上架，买家会立即看到。
studio-order-cancel-confirm = 确定取消
studio-status-placed = 新订单
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
studio-name = 名称
studio-description = 说明
studio-field-in = { $field }（{ $language }）
studio-state-source = 原文
studio-state-human = 已翻译
studio-state-machine = 机器翻译
studio-state-outdated = 待更新
studio-still-right = 这段文字仍然正确
studio-machine-right = 我已读过，这段文字没有问题
studio-glossary = 这些文字中的术语
studio-suggest-hint = 缺少的文字可以先由机器翻译。机器只填写空白处；在你们确认之前，买家会看到“机器翻译”的说明。
studio-suggest-button = 由机器补写缺少的文字
studio-suggest-waiting = 机器正在补写，最多需要一分钟；您可以离开此页。
studio-suggest-waiting-page = 机器正在分批补写，可能需要几分钟；您可以离开此页。页面发布后，买家才会看到这些文字。
studio-suggest-look = 再看一下
studio-suggest-unreachable = 机器没有回应。您的文字没有变化，请稍后再试。
studio-suggest-refused = 机器没有接受这些文字。您的文字没有变化，请告诉中心。
studio-suggest-unusable = 机器写的内容不合适。原有的文字没有变化；还缺少的请自己填写，或再试一次。
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

## The menu

studio-nav-today = 今日
studio-nav-packing = 打包
studio-nav-products = 商品
studio-nav-menu = 合作社菜单

## Today

studio-today-title = 现在要做
studio-stat-to-pack = 待打包订单
studio-stat-to-hand-over = 待交付包裹
studio-stat-running-out = 快售完的商品

## Stages of an order

studio-stage-all = 全部
studio-stage-awaits-payment = 等待付款
studio-stage-new = 新订单
studio-stage-to-pack = 待打包
studio-stage-to-hand-over = 待交付
studio-stage-on-the-way = 运送中
studio-stage-done = 已完成
studio-stage-over = 已取消
studio-status-packed = 已打包
studio-status-at-station = 在自提点
studio-status-returning = 退回中
studio-status-returned = 已退回
studio-status-lost = 已丢失

## Finding orders

studio-orders-search = 查找订单
studio-orders-search-hint = 订单号、买家姓名或手机号后四位
studio-orders-filter = 按日期或地点
studio-orders-place = 送往
studio-orders-place-any = 所有地点
studio-orders-no-place = 没有这个自提点，现在显示所有地点的订单。
studio-orders-place-address = 寄送地址
studio-orders-from = 开始日期
studio-orders-until = 结束日期
studio-orders-day-wrong = 请选择日期，或写成 2026-11-23。
studio-orders-show = 查看
studio-orders-clear = 显示全部
studio-orders-none-found = 这里没有订单。
studio-orders-cut = 可能还有更多：姓名和部分号码只在最新的 { $count } 个订单中查找。请写得更完整，或选择日期。
studio-orders-newest-page = 回到最新
studio-order-buyer = 买家

## Packing

studio-packing-title = 打包清单
studio-packing-needs = 从仓库取货
studio-packing-needs-cut = 只汇总了最早的 500 个订单。
studio-packing-parcels = 分 { $count } 个包裹
studio-packing-nothing = 现在没有要打包、接单或交付的。
studio-packing-to-pack = 待打包
studio-packing-new = 待接单
studio-packing-to-hand-over = 待交付
studio-packing-more = 更多请看订单列表
studio-packing-print = 如需打印，请在浏览器中选择“打印”。
studio-packing-carrier = 承运方和运单号
studio-all-accept = 全部接单（{ $count }）
studio-all-dispatch = 全部交给快递（{ $count }）
studio-all-accepted = 订单已接，买家现在可以看到。
studio-all-dispatched = 包裹已交给快递，买家现在可以看到。
studio-all-undo = 不能进行这一步的仍在下面。五分钟内可以在各订单的页面撤销。

## Taking a step back

studio-moved = 订单 { $code }：{ $done }。买家现在可以看到。
studio-undo = 点错了？撤销
studio-undo-until = { $time } 前可以撤销

## Lists of products

studio-products-running-out = 快售完
studio-products-texts = 文字待完善
studio-products-drafts = 草稿
studio-products-texts-order = 近30天浏览最多的排在前面。
studio-products-none = 这里没有商品。
studio-products-find = 商品名称或货号
studio-products-find-button = 查找
studio-product-left = 剩余：{ $amount }
studio-product-left-of = { $size }，剩余：{ $amount }
studio-saved-draft = 已保存。商品发布后买家就能看到。
studio-stock-wrong-weighed = 请填写现有数量，不少于已预留的。千位不要加逗号，例如 1000。

## 被暂停的合作社

studio-suspended = 中心已暂停您合作社的销售：
studio-suspended-text = 您的商品目前不在商店里。您仍可查看全部内容、打包并完成已有订单，但不能发布任何内容。问题解决后请联系中心。
