### 合作社列表和店铺页。

shops-list-title = 合作社
shops-list-lead = 一起耕种、在这里自己销售的农家。
shops-list-show = 显示
shops-list-count = { $count } 家合作社
shops-card-products = { $count } 种商品
shops-fact-township = 乡镇
shops-fact-founded = 成立年份
shops-fact-families = 农户数
shops-fact-phone = 电话
shops-story-title = 他们的故事
shops-products-title = 在售商品
shops-products-others = 还在售
shops-products-all = 查看全部商品
shops-products-all-kind = 查看这一类的全部商品

shops-suspended = 这家合作社目前暂停销售。此前的订单仍会发货。
