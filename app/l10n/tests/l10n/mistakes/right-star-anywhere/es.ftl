shop-items = { $count ->
   *[other] { $count }
    [1] Te damos la bienvenida
}
