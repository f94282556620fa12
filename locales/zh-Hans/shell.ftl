### 页眉、底部导航、页脚和出错页面。

## Header and bottom bar

shell-search-hint = 巴旦木、蜂蜜、红枣…
shell-products-short = 商品
shell-cooperatives-short = 合作社
shell-stations-short = 自提点
shell-cart-short = 购物车

## Footer

shell-footer-order = 查询订单
shell-footer-sign-in = 商家登录

## Pages that say something went wrong; the text under these titles is in common.ftl

shell-error-missing-title = 到处都找过了
shell-error-busy-title = 请稍等片刻
shell-error-internal-title = 是我们出错了
shell-error-changed-title = 情况有变化
shell-error-kept = 可能刚被其他人移除了。您写的内容还保留在本页：恢复之后，在这里重新发送即可。
shell-error-back = 请用浏览器的“返回”键回到表单，多数浏览器会保留您填写的内容。修改前请先复制一份。
shell-cart-see = 查看购物车
shell-error-products = 查看全部商品
