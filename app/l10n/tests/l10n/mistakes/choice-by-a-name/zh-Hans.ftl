shop-items = { count ->
   *[other] 欢迎来到集市
}
