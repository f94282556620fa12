shop-hello = { $name ->
    [ali] بازارغا خۇش كەپسىز
   *[other] سالام { $name }
}
