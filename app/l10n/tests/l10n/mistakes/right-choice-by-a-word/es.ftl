shop-hello = { $name ->
    [ali] Te damos la bienvenida
   *[other] Hola { $name }
}
