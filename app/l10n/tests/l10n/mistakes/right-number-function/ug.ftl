shop-items = { NUMBER($count) ->
    [one] بازارغا خۇش كەپسىز
   *[other] { NUMBER($count) }
}
