### 搜索结果。

search-title = “{ $query }”
search-count = 找到 { $count } 种商品
search-count-more = 至少找到 { $count } 种商品
search-prompt = 输入想吃的东西，或按分类看看。
search-empty-title = 没有找到“{ $query }”
search-empty-text = 请换一个更短或不同的词，维吾尔语、中文、西班牙语都可以。
search-empty-all = 查看全部商品
search-empty-filtered = 没有符合这些筛选条件的商品，清除筛选后再看看。
search-empty-popular = 大家都在买
search-empty-ask = 咨询电商中心
search-corrected = 没有完全符合的商品。您要找的是不是：
search-partial = 没有同时符合所有词的商品，以下是最接近的。
search-sort-best = 最相关

## 许多人搜索但没有找到的商品

search-missed-title = 有人搜索但没有的商品
search-missed-lead = 30天内，大约五个或更多的人从不同的地方搜索过，都没有找到。不保存是谁搜索的。
search-missed-people = 约 { $count } 人
search-missed-none = 目前没有许多人搜索却找不到的商品。
search-missed-finds = 应该找到的商品
search-missed-add = 添加到搜索词

## 搜索建议，以及商品以外的结果

search-suggestions = 搜索建议
search-suggestions-count = { $count } 条建议
search-places = 分类、合作社和自提点
search-kind-category = 分类
search-kind-cooperative = 合作社
