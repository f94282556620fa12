shop-items = { $count ->
    [1] 欢迎来到集市
    [few] 货真价实
   *[other] { $count }
}
