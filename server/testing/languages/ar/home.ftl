# Arabic, a fixture of the tests. What it lacks is said in its fallback.

home-hero-title = من البستان إلى مائدتك
home-hero-button = تصفح المنتجات
home-season-title = في موسمها الآن
home-popular-title = الأكثر مبيعًا
home-all-products = عرض الكل
