### ھەر بىر بەتنىڭ بېشى، ئاستى ۋە خاتالىق بەتلىرى.
### review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا.

## Header and bottom bar

shell-search-hint = بادام، ھەسەل، چىلان…
# review: مال (goods) is short; مەھسۇلات does not fit
shell-products-short = ماللار
# review: shell-cooperatives-short: 49 px wide of 64 on the narrowest phone
shell-cooperatives-short = كوپىراتىپلار
# review: short for ئېلىپ كېتىش نۇقتىلىرى
shell-stations-short = نۇقتىلار
shell-cart-short = ھارۋا

## Footer

shell-footer-order = زاكازىمنى ئىزدەش
shell-footer-sign-in = ساتقۇچىلار كىرىش ئېغىزى

## Pages that say something went wrong; the text under these titles is in common.ftl

shell-error-missing-title = ھەممە يەردىن ئىزدىدۇق
shell-error-busy-title = بىردەم ساقلاپ تۇرۇڭ
shell-error-internal-title = بىز تەرەپتە خاتالىق كۆرۈلدى
shell-error-changed-title = ئۆزگىرىش بولدى
# review: shell-error-kept
shell-error-kept = بەلكىم باشقا بىرى ئۇنى ھازىرلا ئېلىۋەتكەندۇ. يازغانلىرىڭىز مۇشۇ بەتتە تۇرىدۇ: ئۇ قايتۇرۇلغاندا مۇشۇ يەردىن قايتا ئەۋەتىڭ.
# review: shell-error-back
shell-error-back = تور كۆرگۈنىڭ «قايتىش» كۇنۇپكىسى يازغان بېتىڭىزگە قايتۇرىدۇ، كۆپىنچە تور كۆرگۈلەردە يازغىنىڭىز تېخى بار. قىسقارتىشتىن بۇرۇن كۆچۈرۈۋېلىڭ.
shell-cart-see = ھارۋىنى كۆرۈش
shell-error-products = ھەممە مەھسۇلاتنى كۆرۈش
