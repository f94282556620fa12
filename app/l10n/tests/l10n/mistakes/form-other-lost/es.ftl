shop-items = { $count ->
   *[one] { $count } cosa
}
