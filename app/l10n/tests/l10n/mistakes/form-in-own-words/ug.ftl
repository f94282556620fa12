shop-items = { $count ->
    [bir] بازارغا خۇش كەپسىز
   *[other] { $count }
}
