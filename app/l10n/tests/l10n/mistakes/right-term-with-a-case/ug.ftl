-brand = { $case ->
   *[plain] Altun
    [long] ھەممە مال تازا
}
shop-title = { -brand(case: "long") }
