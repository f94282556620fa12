-brand = { $case ->
   *[plain] Altun
    [long] Todo es fresco
}
shop-title = { -brand(case: "long") }
