# Kazakh in Arabic letters, a fixture of the tests. What it lacks is said in its fallback.

stations-count = { $count } ورىن
