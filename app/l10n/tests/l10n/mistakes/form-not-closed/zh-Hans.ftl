shop-items = { $count ->
    [1 欢迎来到集市
   *[other] { $count }
}
