# Arabic, a fixture of the tests. What it lacks is said in its fallback.

search-count = { $count ->
    [zero] لم يوجد أي منتج ({ $count })
    [one] وُجد منتج واحد ({ $count })
    [two] وُجد منتجان ({ $count })
    [few] وُجدت { $count } منتجات
    [many] وُجد { $count } منتجًا
   *[other] وُجد { $count } منتج
}
