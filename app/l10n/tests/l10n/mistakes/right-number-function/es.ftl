shop-items = { NUMBER($count) ->
    [one] Te damos la bienvenida
   *[other] { NUMBER($count) }
}
