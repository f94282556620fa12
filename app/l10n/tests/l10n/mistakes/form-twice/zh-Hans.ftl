shop-items = { $count ->
    [1] 欢迎来到集市
    [1] 货真价实
   *[other] { $count }
}
