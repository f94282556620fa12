# Kazakh in Arabic letters, a fixture of the tests. What it lacks is said in its fallback.

shell-search-hint = بادام، بال، قۇرما…
shell-products-short = تاۋارلار
shell-cooperatives-short = سەرىكتەر
shell-stations-short = ورىندار
shell-cart-short = سەبەت
shell-footer-order = تاپسىرىسىمدى تابۋ
