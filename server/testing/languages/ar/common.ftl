# Arabic, a fixture of the tests. What it lacks is said in its fallback.

site-name = بازار
site-tagline = مكسرات وعسل وفواكه من المزارعين مباشرة
nav-home = الرئيسية
nav-products = المنتجات
nav-cooperatives = التعاونيات
nav-stations = نقاط الاستلام
nav-search = بحث
nav-cart = السلة
nav-cart-count = { $count ->
    [zero] السلة، { $count } منتجات
    [one] السلة، منتج واحد ({ $count })
    [two] السلة، منتجان ({ $count })
    [few] السلة، { $count } منتجات
    [many] السلة، { $count } منتجًا
   *[other] السلة، { $count } منتج
}
nav-about = عن بازار
nav-language = اللغة
nav-main = القائمة الرئيسية
nav-skip-content = إلى المحتوى
button-add-to-cart = أضف إلى السلة
button-checkout = إتمام الطلب
button-close = إغلاق
button-save = حفظ
button-search = بحث
button-previous-page = الصفحة السابقة
button-next-page = الصفحة التالية
button-try-again = حاول مرة أخرى
page-position = الصفحة { $page } من { $pages }
error-title = لم ينجح ذلك
