# Texts that islands show.

# where: read out and shown for a moment after something was put into the cart
# $count: lines in the cart
cart-badge-added = 已加入购物车，共 { $count } 种商品

# where: button beside a quantity
island-step-less = 减少一份
# where: button beside a quantity
island-step-more = 增加一份

# where: shown for a moment when the phone has no network
island-offline = 网络不通。内容都还在，请稍后再试。
