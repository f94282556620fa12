# Kazakh in Arabic letters, a fixture of the tests. What it lacks is said in its fallback.

cart-title = سەبەت
cart-added = سەبەتىڭىزگە سالىندى.
cart-empty-title = سەبەتىڭىز بوس
cart-remove = الىپ تاستاۋ
cart-update = مولشەرىن جاڭارتۋ
cart-summary = قورىتىندى
cart-goods = تاۋارلار
cart-continue = ساۋدانى جالعاستىرۋ
