### 每个页面都会出现的文字，以及出错时的提示。

## The shop itself

site-name = 巴扎
site-tagline = 坚果、蜂蜜、鲜果，产地农户直供
site-page-title = { $page } · 巴扎

## Navigation

nav-home = 首页
nav-products = 商品
nav-cooperatives = 合作社
nav-stations = 自提点
nav-search = 搜索
nav-cart = 购物车
nav-cart-count = 购物车，{ $count } 件商品
nav-about = 关于巴扎
nav-language = 语言
nav-main = 主菜单
nav-skip-content = 跳到正文

## Buttons

button-add-to-cart = 加入购物车
button-checkout = 去结算
button-close = 关闭
button-save = 保存
button-search = 搜索
button-previous-page = 上一页
button-next-page = 下一页
button-try-again = 重试

page-position = 第 { $page } 页，共 { $pages } 页

## Waiting

## What went wrong with a whole request: what happened, what was kept, what to do next.

error-title = 操作没有成功
error-reference = 如需联系我们，请提供此编号：{ $reference }
error-not-found = 找不到这个页面，可能是网址有误，或页面已被删除。您的购物车没有变化。请搜索一下，或从首页重新开始。
error-invalid = 有几处内容需要修改。尚未提交，您填写的内容都还在。请改正标出的地方后重新提交。
error-sold-out = 购物车里有商品已售罄或库存不足。订单没有提交，购物车已保留。请修改数量或移除该商品后重试。
error-price-changed = 商品价格有变动。订单没有提交，购物车和您填写的信息已保留。请核对新的合计金额后再次确认。
error-freight-changed = 运费有变动。订单没有提交，购物车和您填写的信息已保留。请核对新的合计金额后再次确认。
error-cart-empty = 购物车是空的，没有提交订单，也无需付款。请先添加商品。
error-idempotency-mismatch = 此表单已用其他内容提交过。以第一次提交的为准，没有重复办理。请重新打开页面查看最新状态，再从那里开始。
error-invalid-transition = 情况已有变化，现在无法进行此操作。没有做任何改动。请刷新页面查看最新状态。
error-order-over = 此订单已经结束，没有做任何改动。
error-done-already = 这一步已经做过了，没有重复操作。
error-not-accepted = 合作社还没有接单，没有做任何改动。请先接单。
error-not-packed = 商品还没有打包，请先标记为已打包。
error-not-sent = 商品还没有发出，没有做任何改动。请先交给快递。
error-not-arrived = 商品还没有到自提点，请先标记到货。
error-not-handed-over = 商品还没有交付，没有做任何改动。交付后就可以操作。
error-not-returning = 这批商品并没有在退回途中，没有做任何改动。
error-other-delivery = 此订单送货到地址，不经过自提点。
error-unpaid = 此订单还没有付款，没有做任何改动。款项到账后即可继续。
error-paid-already = 款项已经付清，没有重复入账，无需再做什么。
error-sent-already = 商品已经发出，不能再更改或取消。没有做任何改动。
error-gone-on = 之后已有其他操作，不能再撤销。没有做任何改动。
error-undo-too-late = 操作只能在五分钟内撤销。没有做任何改动。
error-suspended = 这家合作社目前暂停销售（由中心暂停）。没有任何更改。
error-amount-too-large = 超出了单笔订单的上限。订单没有提交，购物车已保留。请减少数量，或分几次下单。
# Word for word the same as error-not-found.
error-not-allowed = 找不到这个页面，可能是网址有误，或页面已被删除。您的购物车没有变化。请搜索一下，或从首页重新开始。
error-sign-in-failed = 手机号与密码或验证码不匹配。尚未登录，购物车已保留。请检查后重试。
error-too-many-attempts = 短时间内尝试次数过多。没有做任何改动。
error-wait-minutes = 请 { $minutes } 分钟后再试。
error-wait-hours = 请 { $hours } 小时后再试。
error-too-fast = 您所在的网络短时间内请求过多，本次请求没有处理。没有做任何改动，购物车已保留。请稍等片刻再试。
error-wait = { $seconds } 秒后可以重试。
error-open-orders = 此手机号已有几笔订单既未付款，也未被接单。本次订单没有提交，购物车和您填写的信息已保留。请先为其中一笔付款，或取消一笔，或等合作社接单，然后重新提交此表单。
error-open-orders-nearby = 您所在的网络已提交许多既未付款、也未被接单的订单。本次订单没有提交，购物车和您填写的信息已保留。请等其中一些被接单，或换用其他网络（如手机流量），然后重新提交此表单。
error-share-too-large = 首次使用的手机号只能订购库存的一部分，本次订购的数量超出了这个范围。订单没有提交，购物车和您填写的信息已保留。请减少数量最多的商品。合作社接受您的首笔订单后，就可以订购更多。
error-stock-short = 库存少于此订单所需，无法发出。没有做任何改动。请在“库存”中补货或重新盘点，然后再试。
error-nothing-left = 这样就什么都不发了。没有做任何改动。如果全部不发，请取消订单。
error-wait-for-answer = 您已经写了几条留言，请等待回复；您输入的内容还在这里。
error-conversation-full = 此订单的留言已满，请打电话联系；您输入的内容还在这里。
error-questions-full = 关于这件商品已有很多提问在等合作社回答，所以您的问题没有提交。您输入的内容还在这里，请过几天再来，到时会有一些已经回答。
error-questions-nearby = 您的网络已有几个提问在等这家合作社回答，所以这个问题没有提交。您输入的内容还在这里，请等回答后再提，或换用其他网络，例如手机流量。
error-last-size = 这是买家能看到的唯一规格，没有隐藏。请改为暂停商品，或先添加其他规格。
error-sizes-full = 此商品的规格已达上限。没有添加，您填写的内容还在。需要更多规格请新建一个商品。
error-products-full = 您的合作社的商品数量已达上限。没有添加。请联系中心。
error-category-in-use = 此分类中还有商品，或有商品等待您确认移入，没有改动。请先把商品移到其他分类，再隐藏。
error-search-words-full = 搜索词的行数已达上限。没有添加，您输入的内容还在。请先删除一行。
error-blocks-full = 页面的部分已达上限。没有添加。请先删除一个。
error-page-full = 这样页面的文字会超出上限。没有任何改动。请先缩短文字或删除一个部分。
error-tables-full = 您的合作社有五个表格尚未处理完，或今天已上传很多表格。这个表格没有收下，没有任何改动。请先导入其中一个，或点“不导入”，或明天再继续。
error-shop-pictures-full = 您的页面保存的图片已达上限，而且都在当前页面或可恢复的旧页面中使用。没有添加。请从已有的图片中选择。
error-misdirected = 此网址不属于本店，没有打开或改动任何内容。请使用您知道的本店网址。
error-too-large = 提交的内容太大，未能保存，原有内容没有变化。请缩短文字或换一张小一些的图片后重新提交。
error-busy = 现在访问的人很多，系统繁忙。没有做任何改动，购物车已保留。请稍等几秒后重试。
error-unavailable = 商店暂时无法保存数据。没有做任何改动，您填写的内容还在本页。请过几分钟再试。
error-internal = 我们这边出了点问题。您的购物车已保留。请稍后重试；重复提交同一表单不会重复下单。
error-cross-site = 此表单来自其他网站，因此未被接受。没有做任何改动。请打开本店页面后重试。

## What is wrong with one field; shown right beside it.

field-error-required = 请填写此项。
field-error-too-long = 内容太长，请缩短一些。
field-error-invalid-phone = 电话号码不完整。中国手机号为 11 位，境外号码以 + 开头。
field-error-invalid-quantity = 无法按此数量下单，请在可选范围内选择。
field-error-invalid-text = 含有不能使用的字符，请删除。
field-error-markup = 名称中不能有网页标签，请去掉尖括号。
field-error-invalid-choice = 请从选项中选择一项。
field-error-invalid-code = 号码或验证码不正确，请逐位核对。
field-error-invalid-price = 请按此格式填写价格：12.50
field-error-invalid-link = 此网址无法使用，请按此格式填写：https://badam.example
field-error-insecure-link = 这个网址以 http:// 开头。这里的链接要以 https:// 开头：请看看对方有没有这样的网址，或问问发给您的人。
field-error-invalid-time = 这不是有效的时间。请这样填写：09:30
field-error-invalid-day = 没有这一天。请这样填写：2026-05-31
field-error-too-much = 超过了应付或应退的金额。
field-error-not-served = 暂不送货到该省区，请换一个地址或选择自提点。
field-error-changed = 期间有人改过这一项。请核对后重新提交。
field-error-source-changed = 这期间原文被改过。请再看一遍原文，再确认译文是否仍然正确。
field-error-page-full = 整个页面的文字已满。这一项没有保存，您写的内容还在。请缩短别处的文字或删除一个部分，再保存一次。

## Languages of names and descriptions

language-name-ug = 维吾尔语
language-name-zh = 中文
language-name-es = 西班牙语
language-shown-in = 以{ $language }显示
language-translation-outdated = 译文可能不是最新的
language-translation-machine = 机器翻译

## Prices

## Footer

footer-about = 农民合作社在此直接销售，县电商中心负责订单和配送。
footer-help = 帮助与联系
error-last-owner = 必须有人负责。没有做任何改动。请先把这个角色交给别人，并且对方至少登录过一次。
error-invitations-full = 已有十个有效的邀请链接，请先收回一个再新建。
error-announcements-full = 已有二十条通知正在显示，请先撤回一条再发布。
field-error-too-short = 太短了。
field-error-too-easy = 太容易被猜到，请换一个。
field-error-unknown = 没有找到这个名称。

notices-label = 公告
notices-days = { $from }至{ $until }
