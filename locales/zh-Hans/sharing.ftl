### 分享页面，以及让人找到页面。

sharing-title = 分享
sharing-lead = 把链接发给别人，或者请对方用手机扫码，都会打开这个页面。
sharing-send = 发送…
sharing-copy = 复制链接
sharing-copied = 链接已复制。
sharing-copy-failed = 手机没有复制成功。请长按下面的链接自行复制。
sharing-link = 链接
sharing-code = 页面的二维码
sharing-scan = 用相机或微信扫一扫
sharing-back = 返回页面

## What search engines and messengers show

sharing-product-text = { $name }，{ $seller }直供。
sharing-category-text = { $category }，合作社产地直供：比较规格和价格，送货上门或到自提点取货。
sharing-goods-text = { $shop }的全部商品：规格、价格和库存。
sharing-page-title = { $title }（{ $page }）
