shop-items = { NUMBER($count) ->
    [1] 欢迎来到集市
   *[other] { NUMBER($count) }
}
