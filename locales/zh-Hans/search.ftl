### 搜索结果。

search-title = “{ $query }”
search-count = 找到 { $count } 件商品
search-count-more = 至少找到 { $count } 件商品
search-prompt = 输入想吃的东西，或按分类看看。
search-empty-title = 没有找到“{ $query }”
search-empty-text = 请换一个更短或不同的词，维吾尔语、中文、西班牙语都可以。
search-empty-all = 查看全部商品

## 许多人搜索但没有找到的商品

search-missed-title = 有人搜索但没有的商品
search-missed-lead = 30天内，大约五个或更多的人从不同的地方搜索过，都没有找到。不保存是谁搜索的。
search-missed-people = 约 { $count } 人
search-missed-none = 目前没有许多人搜索却找不到的商品。
