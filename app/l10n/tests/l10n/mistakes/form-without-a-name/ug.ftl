shop-items = { $count ->
    [] بازارغا خۇش كەپسىز
   *[other] { $count }
}
