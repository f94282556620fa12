shop-items = { $count ->
    [] Te damos la bienvenida
   *[other] { $count }
}
