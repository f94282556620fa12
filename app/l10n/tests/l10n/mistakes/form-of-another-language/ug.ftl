shop-items = { $count ->
    [one] بازارغا خۇش كەپسىز
    [few] ھەممە مال تازا
   *[other] { $count }
}
