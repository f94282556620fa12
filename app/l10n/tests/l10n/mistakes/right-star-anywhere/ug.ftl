shop-items = { $count ->
   *[other] { $count }
    [1] بازارغا خۇش كەپسىز
}
