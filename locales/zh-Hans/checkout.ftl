### 结算页面，以及各省份名称。

checkout-title = 结算
checkout-steps = 下单步骤
checkout-step-cart = 购物车
checkout-step-details = 填写信息
checkout-step-done = 下单成功

## Who receives it

checkout-recipient = 收货人
checkout-name = 姓名
checkout-phone = 手机号
checkout-phone-hint = 送货时联系用。以后凭后四位即可查看订单。

## Where it goes

checkout-delivery = 配送
checkout-delivery-station = 到自提点取货
checkout-delivery-station-text = 就在村里或镇上，免运费，可当场付现金。
checkout-delivery-address = 送货到地址
checkout-delivery-address-text = 快递送货上门，全国可达。
checkout-township = 乡镇
checkout-township-all = 全部乡镇
checkout-township-show = 显示自提点
checkout-station = 自提点
checkout-station-choose = 请选择自提点
checkout-station-see = 地址和营业时间
checkout-stations-fewer = 您的商品并非送到每个自提点。可选的是全部商品都能送到的自提点。
checkout-stations-none = 没有一个自提点能收齐您的商品。请选择送货到地址，或分开下单。
checkout-province = 省、自治区、直辖市
checkout-province-choose = 请选择
checkout-city = 市、地区或自治州
checkout-district = 区、县
checkout-street = 街道、门牌号
checkout-refresh = 计算运费

## How it is paid

checkout-payment = 支付方式
checkout-payment-cash = 自提时付现金
checkout-payment-cash-text = 仅限自提点。验证手机号后，商品为您保留七天。
checkout-payment-transfer = 银行转账
checkout-payment-transfer-text = 提交后显示转账备注码。验证手机号后，商品为您保留 24 小时。
checkout-no-transfer = 目前无法银行转账。您可以到自提点取货并付款。
checkout-note = 给商家的备注

## What it costs

checkout-summary = 您的订单
checkout-edit-cart = 修改购物车
checkout-goods = 商品金额
checkout-freight = 运费
checkout-freight-open = 按地点计算
checkout-total = 合计
checkout-freight-table = 各地运费
checkout-place = 提交订单
checkout-place-again = 同意并提交订单
checkout-pay-later = 现在无需付款，下一页会说明如何支付。

## Something is not as it was

checkout-changed = 有变动，订单尚未提交。
checkout-changed-agree = 请核对新的合计金额，同意后再次提交。
checkout-change-price = { $product }：原为 { $before }，现为 { $now }。
checkout-change-freight = 运费：原为 { $before }，现为 { $now }。
checkout-change-stock = { $product }：已停售，或现在买不了这么多，请在购物车中修改。
checkout-change-cart = 打开这个页面之后，购物车有了变化。
checkout-change-limit = { $product }：同一手机号 { $days } 天内最多可订 { $most }，之前的订单也计算在内。
checkout-limit-title = 有商品限购，订单尚未提交。
checkout-limit-next = 请在购物车中减少数量，再次提交订单。您填写的信息已保留。
checkout-limit-cart = 去购物车修改

## Provinces in addresses. The number is that of the province in China's list of regions (GB/T 2260).

checkout-province-11 = 北京
checkout-province-12 = 天津
checkout-province-13 = 河北
checkout-province-14 = 山西
checkout-province-15 = 内蒙古
checkout-province-21 = 辽宁
checkout-province-22 = 吉林
checkout-province-23 = 黑龙江
checkout-province-31 = 上海
checkout-province-32 = 江苏
checkout-province-33 = 浙江
checkout-province-34 = 安徽
checkout-province-35 = 福建
checkout-province-36 = 江西
checkout-province-37 = 山东
checkout-province-41 = 河南
checkout-province-42 = 湖北
checkout-province-43 = 湖南
checkout-province-44 = 广东
checkout-province-45 = 广西
checkout-province-46 = 海南
checkout-province-50 = 重庆
checkout-province-51 = 四川
checkout-province-52 = 贵州
checkout-province-53 = 云南
checkout-province-54 = 西藏
checkout-province-61 = 陕西
checkout-province-62 = 甘肃
checkout-province-63 = 青海
checkout-province-64 = 宁夏
checkout-province-65 = 新疆
checkout-province-71 = 台湾
checkout-province-81 = 香港
checkout-province-82 = 澳门
