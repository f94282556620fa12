shop-items = { $count ->
    [one] Te damos la bienvenida
    [few] Todo es fresco
   *[other] { $count }
}
