# Arabic, a fixture of the tests. What it lacks is said in its fallback.

reviews-count = { $count ->
    [zero] { $count } تقييمات
    [one] تقييم واحد ({ $count })
    [two] تقييمان ({ $count })
    [few] { $count } تقييمات
    [many] { $count } تقييمًا
   *[other] { $count } تقييم
}
