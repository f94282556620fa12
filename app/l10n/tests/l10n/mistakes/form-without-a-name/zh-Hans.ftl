shop-items = { $count ->
    [] 欢迎来到集市
   *[other] { $count }
}
