### 商品列表和商品详情页。

## The list

catalog-list-title = 全部商品
catalog-list-description = 坚果、果干、蜂蜜和鲜果，合作社产地直销。
catalog-list-count = { $count } 种商品
catalog-category-label = 分类
catalog-category-all = 全部
catalog-list-all-shops = 查看所有合作社的商品
catalog-sort-label = 排序
catalog-sort-popular = 热销
catalog-sort-cheap = 价格从低到高
catalog-sort-per-kg = 每公斤价格
catalog-sort-dear = 价格从高到低
catalog-sort-new = 最新
catalog-filter-title = 筛选
catalog-filter-min = 最低价（元）
catalog-filter-max = 最高价（元）
catalog-filter-available = 只看有货
catalog-filter-station = 可在此自提
catalog-filter-station-hint = 您的自提点编号或名称
catalog-filter-station-none = 没有这个编号或名称的营业自提点，请试试编号或村名。
catalog-filter-station-several = 有多个自提点符合，请填写门牌上的编号。
catalog-filter-no-category = 没有这个分类，已忽略。
catalog-filter-no-shop = 没有这家合作社在此销售，已忽略。
catalog-filter-apply = 查看
catalog-filter-clear = 清除
catalog-filter-count = 筛选：{ $count }
catalog-filter-shops = 合作社
catalog-filter-chosen = 已选条件
catalog-filter-remove = 去掉条件：{ $name }
catalog-filter-from = { $price }起
catalog-filter-to = { $price }以下
catalog-filter-at = 自提：{ $station }
catalog-empty-title = 未找到相关商品
catalog-empty-text = 请放宽价格范围，或看看全部商品。
catalog-empty-all = 查看全部商品

## A product in a list

product-season-now = 当季
product-stock-none = 售罄
product-add-named = 把{ $name }加入购物车

## A product's page

product-pictures = 商品图片
product-picture-alt = { $name }，第 { $number } 张，共 { $count } 张
product-pictures-enlarge = 放大查看
product-season-months = 时令：{ $from }至{ $to }
product-harvest = { $year } 年采收
product-harvested = 采收：{ $when }
product-harvest-month = { $year } 年{ $month }
product-buyer-limit = 每人 { $days } 天内限购 { $most }
product-origin = 产地
product-size = 选择规格
product-size-weighed = 散称
product-quantity = 数量
product-quantity-grams = 数量（克）
product-quantity-hint = { $min }至{ $max }，每次增减{ $step }
product-quantity-range = 无法按此数量下单，可选{ $min }至{ $max }。
product-quantity-only = 无法按此数量下单，仅可购买{ $amount }。
product-quantity-steps = 无法按此数量下单，可选{ $min }至{ $max }，每次增减{ $step }。
product-quantity-with-cart = 购物车里已有{ $held }，加上它无法按此数量下单：合计最多{ $max }。
product-stock-yes = 有货
product-stock-few = 仅剩{ $amount }
product-step-from = { $amount }起{ $price }
product-stock-none-text = 已全部售出。请看看下方该合作社的其他商品。
product-delivery-title = 配送
product-delivery-station = 送至县内自提点：{ $days } 天，免运费。
product-collected-in = 仅限以下乡镇的自提点：
product-delivery-home = 送货上门：疆内 { $near } 天，其他地区 { $far } 天。
product-delivery-closed = 以下日子休息，需要的天数相应顺延：
product-delivery-freight = 运费按重量计算，下单前可以看到。
product-weighed = 散称商品打包时会再次称重。重量不足就少收钱，绝不会比下单时贵。
product-seller = 产地合作社
product-seller-story = 他们的故事和店铺
product-more-cooperative = 该合作社的其他商品
product-more-category = 同类商品
