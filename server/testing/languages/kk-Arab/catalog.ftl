# Kazakh in Arabic letters, a fixture of the tests. What it lacks is said in its fallback.

catalog-list-title = بارلىق تاۋارلار
catalog-list-count = { $count } تاۋار
catalog-category-label = ساناتتار
catalog-category-all = ٴبارى
catalog-sort-label = سۇرىپتاۋ
catalog-filter-title = سۇزگى
product-stock-none = تاۋسىلدى
product-stock-yes = بار
product-stock-few = تەك { $amount } قالدى
product-quantity = مولشەرى
product-size = كولەمىن تاڭداڭىز
product-seller = وسىرگەن جانە وراعان
