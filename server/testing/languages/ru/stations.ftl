# Russian, a fixture of the tests. What it lacks is said in its fallback.

stations-count = { $count ->
    [one] { $count } пункт
    [few] { $count } пункта
   *[many] { $count } пунктов
}
