# $count: how many.
shop-items = { $count ->
    [one] one thing
   *[other] { $count } things
}
