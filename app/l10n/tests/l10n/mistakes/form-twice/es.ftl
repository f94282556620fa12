shop-items = { $count ->
    [one] Te damos la bienvenida
    [one] Todo es fresco
   *[other] { $count }
}
