### 需要中心先确认的合作社商品。

## 在中心

confirmation-title = 待确认
confirmation-lead = 需要中心确认的合作社商品和修改。您确认后买家才能看到，等待最久的排在最前。
confirmation-none = 没有待确认的内容。
confirmation-new = 新商品
confirmation-changed = 有修改
confirmation-confirmed = 已确认，买家现在可以看到。
confirmation-confirmed-later = 已确认。该合作社已被暂停，恢复销售后买家才能看到。
confirmation-sent = 已退回，合作社会看到您写的原因。
confirmation-back = 全部待确认内容
confirmation-since = 等待确认，自
confirmation-overtaken = 合作社刚刚保存了新的内容，因此没有执行。请重新查看：以下是现在待确认的内容。
confirmation-gone = 此商品已没有待确认的内容：已被确认，或合作社已撤回。这次没有执行。
confirmation-gone-back = 已经退回过，因此这次没有执行。合作社看到的原因是：
confirmation-is-back = 已退回，不再等待确认。合作社看到的原因是：
confirmation-nothing-waits = 此商品没有待确认的内容：已被确认，或合作社已撤回。
confirmation-name = 名称
confirmation-description = 描述
confirmation-picture-words = 图片 { $place } 的文字
confirmation-in-language = { $text }（{ $language }）
confirmation-before = 之前
confirmation-after = 之后
confirmation-nothing = 无
confirmation-still-right = 译文仍然正确：
confirmation-offers = 规格和价格
confirmation-new-size = 新增
confirmation-pictures = 图片
confirmation-confirm = 确认
confirmation-confirm-text = 买家会立即看到以上全部内容。
confirmation-confirm-suspended = 该合作社已被暂停，恢复销售后买家才能看到以上内容。
confirmation-send-back = 退回
confirmation-reason = 需要修改什么
confirmation-reason-hint = 合作社会在商品页看到，也会收到消息。
confirmation-of-cooperative = 新商品和修改
confirmation-is-on = 需要您确认：新商品以及文字、价格、图片和分类的修改，经您确认后买家才能看到。库存和暂停立即生效。
confirmation-is-off = 不需要您确认：合作社销售期间，买家会立即看到。
confirmation-still-waits = 此前等待的内容仍需您确认：
confirmation-turn-on = 改为需要确认
confirmation-turn-off = 改为立即显示
confirmation-turned-on = 从现在起，该合作社的新商品和修改需要您确认。
confirmation-turned-off = 从现在起，该合作社的新内容不再需要您确认。已在等待的内容仍需确认。

## 在工作台

confirmation-waits = 等待中心确认
confirmation-sent-back = 已退回
confirmation-sent-back-stat = 中心退回的商品
confirmation-product-waits = 中心查看后，买家才能看到此商品。如需修改，您会收到消息。
confirmation-changes-wait = 中心正在查看您的修改。确认之前，买家看到的仍是原来的内容。
confirmation-product-back = 中心没有确认此商品：
confirmation-changes-back = 中心没有确认您的修改：
confirmation-product-mend = 请修改后重新发布。在此之前买家看不到。
confirmation-changes-mend = 请修改并保存，会再次提交中心。在此之前买家看到的仍是原来的内容。
confirmation-take-back = 撤回修改
confirmation-take-back-product = 暂不发布
confirmation-take-back-text = 等待中的修改会被删除，文字、价格、图片和分类恢复为买家看到的样子。
confirmation-will-wait = 文字、价格、图片和分类的修改经中心确认后买家才能看到。库存和暂停立即生效。
confirmation-will-wait-new = 发布后，先由中心查看。
confirmation-saved = 已保存。文字、价格、图片和分类经中心确认后买家才能看到。
confirmation-picture-remove = 要移除这张图片吗？如果买家现在能看到它，在中心确认之前仍会看到。
