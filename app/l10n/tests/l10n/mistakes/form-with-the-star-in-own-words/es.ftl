shop-items = { $count ->
    [one] una cosa
   *[otros] { $count } cosas
}
