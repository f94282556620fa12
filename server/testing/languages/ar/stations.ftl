# Arabic, a fixture of the tests. What it lacks is said in its fallback.

stations-count = { $count ->
    [zero] { $count } نقاط
    [one] نقطة واحدة ({ $count })
    [two] نقطتان ({ $count })
    [few] { $count } نقاط
    [many] { $count } نقطة
   *[other] { $count } نقطة
}
