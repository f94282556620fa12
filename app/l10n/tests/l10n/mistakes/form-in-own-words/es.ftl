shop-items = { $count ->
    [uno] Te damos la bienvenida
   *[other] { $count }
}
