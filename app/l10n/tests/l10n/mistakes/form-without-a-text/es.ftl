shop-items = { $count ->
    [one]
   *[other] { $count }
}
