shop-items = { $count ->
    [1]
   *[other] { $count }
}
