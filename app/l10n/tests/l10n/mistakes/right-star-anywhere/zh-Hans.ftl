shop-items = { $count ->
   *[other] { $count }
    [1] 欢迎来到集市
}
