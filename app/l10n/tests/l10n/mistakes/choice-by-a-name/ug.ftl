shop-items = { count ->
   *[other] بازارغا خۇش كەپسىز
}
