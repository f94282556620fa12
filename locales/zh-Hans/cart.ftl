### 购物车。

cart-title = 购物车
cart-added = 已加入购物车。
cart-saved = 购物车已更新。
cart-not-added = 没有加入购物车。
cart-back = 返回刚才的页面

## Nothing in it

cart-empty-title = 购物车是空的
cart-empty-text = 放进来的商品会一直保留，关掉页面也不会丢。
cart-empty-link = 去逛逛

## A line

cart-quantity-named = { $product }的数量
cart-remove = 移除
cart-remove-named = 移除{ $product }
cart-line-steps = { $min }起，最多{ $max }，每次增减{ $step }
cart-step-price = 此数量的单价：{ $price }
cart-step-next = 再加{ $more }，单价降为{ $price }
cart-line-short = 最多可买{ $amount }。请减少数量，或移除此商品。
cart-line-gone = 已售罄或已下架。移除后即可结算其他商品。
cart-unit-piece = 件
cart-unit-gram = 克
cart-unit-millilitre = 毫升

## Totals

cart-update = 更新数量
cart-seller-goods = 本合作社小计
cart-summary = 费用明细
cart-goods = 商品金额
cart-weight = 含包装重量
cart-freight-later = 运费在结算时按收货地点计算。
cart-not-orderable = 请先修改或移除标出的商品，然后再结算。
cart-continue = 继续购物

## After a line was taken out

cart-removed = 已从购物车移除{ $product }。
cart-undo = 撤销
cart-ordered = 您最近的订单
