### 首页。

## The top of the page

home-hero-title = 从果园，到您的餐桌
home-hero-text = 巴旦木、核桃、红枣、蜂蜜，由种植的农家亲手装袋、直接销售。
home-hero-button = 看看有什么

## Shelves

home-season-title = 当季好物
home-popular-title = 大家都在买
home-all-products = 全部

## How it works, in three steps

home-how-title = 如何购买
home-how-choose = 挑选
home-how-choose-text = 可同时购买多家合作社的商品，只需付一次款。
home-how-order = 下单
home-how-order-text = 只需姓名和手机号，无需注册，无需下载应用。
home-how-receive = 收货
home-how-receive-text = 送货上门，或到附近的自提点取货并付现金。
home-how-more = 了解下单与付款

## Cooperatives and stations

home-cooperatives-title = 认识卖家
home-cooperatives-all = 全部
home-stations-title = 村里有 { $count } 个自提点
home-stations-text = 可代下单、付现金、取包裹，有人帮您。
home-stations-button = 查找自提点
