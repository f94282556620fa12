shop-items = { $count -> [one] بازارغا خۇش كەپسىز
   *[other] { $count }
}
