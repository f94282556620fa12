shop-items = { $count ->
    [0] 没有东西
   *[qita] { $count } 件东西
}
