# Arabic, a fixture of the tests. What it lacks is said in its fallback.

shops-list-count = { $count ->
    [zero] { $count } تعاونيات
    [one] تعاونية واحدة ({ $count })
    [two] تعاونيتان ({ $count })
    [few] { $count } تعاونيات
    [many] { $count } تعاونية
   *[other] { $count } تعاونية
}
