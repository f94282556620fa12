# Russian, a fixture of the tests. What it lacks is said in its fallback.

search-count = { $count ->
    [one] Найден { $count } товар
    [few] Найдено { $count } товара
   *[many] Найдено { $count } товаров
}
