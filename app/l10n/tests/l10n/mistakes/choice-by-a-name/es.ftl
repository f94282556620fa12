shop-items = { count ->
   *[other] Te damos la bienvenida
}
