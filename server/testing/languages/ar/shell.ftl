# Arabic, a fixture of the tests. What it lacks is said in its fallback.

shell-search-hint = لوز، عسل، تمر…
shell-products-short = المنتجات
shell-cooperatives-short = التعاونيات
shell-stations-short = النقاط
shell-cart-short = السلة
shell-footer-order = ابحث عن طلبي
