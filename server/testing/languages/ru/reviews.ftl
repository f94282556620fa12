# Russian, a fixture of the tests. What it lacks is said in its fallback.

reviews-count = { $count ->
    [one] { $count } отзыв
    [few] { $count } отзыва
   *[many] { $count } отзывов
}
