shop-items = { $count ->
    [0] nada
   *[other] { $count } cosas
}
