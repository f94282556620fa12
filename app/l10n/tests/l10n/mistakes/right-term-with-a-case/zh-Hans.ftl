-brand = { $case ->
   *[plain] Altun
    [long] 货真价实
}
shop-title = { -brand(case: "long") }
