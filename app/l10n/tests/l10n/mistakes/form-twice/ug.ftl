shop-items = { $count ->
    [one] بازارغا خۇش كەپسىز
    [one] ھەممە مال تازا
   *[other] { $count }
}
