# Kazakh in Arabic letters, a fixture of the tests. What it lacks is said in its fallback.

site-name = بازار
site-tagline = جاڭعاق، بال، جەمىس: ديقاننىڭ ٴوز قولىنان
nav-home = باستى بەت
nav-products = تاۋارلار
nav-cooperatives = كووپەراتيۆتەر
nav-stations = تاۋار الۋ ورىندارى
nav-search = ىزدەۋ
nav-cart = سەبەت
nav-cart-count = سەبەت، { $count } تاۋار
nav-about = بازار تۋرالى
nav-language = ٴتىل
nav-main = باستى ٴمازىر
nav-skip-content = مازمۇنعا ٴوتۋ
button-add-to-cart = سەبەتكە سالۋ
button-checkout = تاپسىرىس بەرۋ
button-close = جابۋ
button-save = ساقتاۋ
button-search = ىزدەۋ
button-previous-page = الدىڭعى بەت
button-next-page = كەلەسى بەت
button-try-again = قايتا كورىڭىز
page-position = { $pages } بەتتىڭ { $page }-بەتى
error-title = بۇل ورىندالمادى
