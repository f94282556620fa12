### 买家评价：商品页、评价页，以及写评价的地方。

reviews-title = 买家评价
reviews-title-of = { $product } 的评价
reviews-lead = 只有收到商品的买家才能评价。
reviews-none = 还没有人评价。
reviews-stars = { $stars } 星（满分 5 星）
reviews-count = { $count } 条评价
reviews-all = 全部评价
reviews-product = 回到商品
reviews-author-from = { $province }买家
reviews-author = 买家
reviews-lang-en = 英语
reviews-lang = 原文：{ $language }
reviews-answer = 合作社回复
reviews-answer-older = 这条评价在回复之后修改过。
reviews-photo = 买家图片 { $number }

reviews-filter = 查看
reviews-filter-all = 全部
reviews-filter-photo = 有图（{ $count }）
reviews-filter-stars = { $stars } ★（{ $count }）
reviews-filter-lang = { $language }（{ $count }）
reviews-nothing = 没有这样的评价。

reviews-report = 举报这条评价
reviews-report-text = 中心会查看。没有人知道是谁举报的。
reviews-report-send = 告诉中心
reviews-reported = 谢谢，中心会查看。

reviews-how = 您觉得怎么样？
reviews-yours = 您的评价
reviews-yours-held = 等中心查看
reviews-yours-hidden = 已被中心隐藏
reviews-field-stars = 给几颗星？
reviews-stars-five = 非常好
reviews-stars-four = 好
reviews-stars-three = 一般
reviews-stars-two = 不太好
reviews-stars-one = 差
reviews-field-text = 想说点什么？
reviews-field-text-hint = 用哪种语言都可以。请不要写电话号码和网址。
reviews-field-name = 显示的名字
reviews-field-name-hint = 不填则显示为：{ $author }
reviews-all-read = 所有人都能看到。您的电话和订单不会公开。
reviews-send = 提交
reviews-save = 保存
reviews-edit = 修改
reviews-sent = 谢谢！现在大家都能看到了。
reviews-held = 谢谢！中心查看后，大家才能看到。
reviews-held-link = 里面有网址。
reviews-held-phone = 里面有像电话号码的数字，或者在别处联系人用的账号。
reviews-held-name = 名字像是中心、合作社或其工作人员。
reviews-held-again = 这条评价或其中的图片之前被中心隐藏过。
reviews-hidden = 中心隐藏了您的评价。
reviews-hidden-edit = 修改后，中心会重新查看。
reviews-not-yet = 收到商品后就可以评价。
reviews-over = 已过评价时间。
reviews-own-goods = 这是您自己卖的商品，不能评价。
reviews-edit-over = 已经不能修改，但仍可以删除。
reviews-remove = 删除评价
reviews-remove-text = 文字、图片和合作社的回复会一起删除。
reviews-remove-confirm = 确认删除
reviews-removed = 您的评价已删除。
reviews-order = 回到订单

reviews-names-official = 官方、官号、客服、管理员、工作人员、合作社、卖家、商家、店主、平台

reviews-hide-insult = 含有侮辱他人的内容。
reviews-hide-personal = 含有他人的隐私。
reviews-hide-advertising = 是广告。
reviews-hide-unrelated = 与商品无关。
reviews-hide-untrue = 内容不属实。

reviews-photos = 图片
reviews-photos-text = 最多三张。拍摄的地点和时间会被去掉。
reviews-photo-file = 选择图片
reviews-photo-add = 添加图片
reviews-photo-added = 图片已添加。
reviews-photo-remove = 删除
reviews-photo-remove-named = 删除图片 { $number }
reviews-photo-removed = 图片已删除。
reviews-photos-full = 已有三张图片。要换一张，请先删除一张。
reviews-photo-known = 这张图片已经有了，没有重复添加。请选择另一张。
reviews-photo-other = 这张表已经提交过另一张图片，没有再添加。请重新选择文件。
reviews-photo-busy = 现在正在上传的图片很多，这张没有收下。您写的内容已保存，请过一分钟再上传。
