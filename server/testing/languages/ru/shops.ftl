# Russian, a fixture of the tests. What it lacks is said in its fallback.

shops-list-count = { $count ->
    [one] { $count } кооператив
    [few] { $count } кооператива
   *[many] { $count } кооперативов
}
