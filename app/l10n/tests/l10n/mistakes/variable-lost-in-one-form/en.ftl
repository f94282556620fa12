# $count: how many. $who: whose.
shop-items = { $count ->
    [one] one of { $who }
   *[other] { $count } of { $who }
}
