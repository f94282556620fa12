shop-hello = { $name ->
    [ali] 欢迎来到集市
   *[other] 你好 { $name }
}
