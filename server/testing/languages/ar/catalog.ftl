# Arabic, a fixture of the tests. What it lacks is said in its fallback.

catalog-list-title = كل المنتجات
catalog-list-count = { $count ->
    [zero] { $count } منتجات
    [one] منتج واحد ({ $count })
    [two] منتجان ({ $count })
    [few] { $count } منتجات
    [many] { $count } منتجًا
   *[other] { $count } منتج
}
catalog-category-label = الفئات
catalog-category-all = الكل
catalog-sort-label = الترتيب
catalog-filter-title = تصفية
product-stock-none = نفد
product-stock-yes = متوفر
product-stock-few = بقي { $amount } فقط
product-quantity = الكمية
product-size = اختر الحجم
product-seller = زرعه وعبأه
