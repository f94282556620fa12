shop-items = { $count ->
    [one] Te damos la bienvenida
    [other] { $count }
}
