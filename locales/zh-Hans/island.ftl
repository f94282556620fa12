# Texts that islands show.

# where: shown for a moment after something was put into the cart, before a link to the cart
cart-toast-added = { $product }：购物车中共 { $amount }

# where: button beside a quantity
island-step-less = 减少一份
# where: button beside a quantity
island-step-more = 增加一份

# where: shown for a moment when the phone has no network
island-offline = 网络不通。内容都还在，请稍后再试。
