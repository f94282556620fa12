shop-title = 您的购物篮
