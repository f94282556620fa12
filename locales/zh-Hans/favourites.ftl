### 收藏，以及这部手机上最近浏览的商品。

favourites-title = 我的收藏
favourites-keep = 加入收藏
favourites-keep-named = 加入收藏：{ $name }
favourites-take-off = 取消收藏
favourites-take-off-named = 取消收藏：{ $name }
favourites-off = 取消收藏
favourites-taken-off = 已取消收藏。
favourites-lead = 无需账户，保存在这个浏览器里；最后一次收藏后保留一年。
favourites-empty = 这里还没有商品。点一下商品图片上的爱心，就能在这里找到它，无需账户。
favourites-was = 已降价，原价 { $price }
favourites-gone = 目前没有上架
favourites-gone-text = 它们仍在您的收藏里，重新上架后会和其他商品一起显示。
favourites-full = 收藏已满，最多 { $most } 种商品。请先取消不需要的，再添加这一种。
favourites-seen = 最近浏览
favourites-seen-forget = 清除浏览记录
