### 搜索结果。

search-title = “{ $query }”
search-count = 找到 { $count } 件商品
search-count-more = 至少找到 { $count } 件商品
search-prompt = 输入想吃的东西，或按分类看看。
search-empty-title = 没有找到“{ $query }”
search-empty-text = 请换一个更短或不同的词，维吾尔语、中文、西班牙语都可以。
search-empty-all = 查看全部商品
