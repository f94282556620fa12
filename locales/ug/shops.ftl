### كوپىراتىپلار.
### review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا.

shops-list-title = كوپىراتىپلار
shops-list-lead = بىللە تېرىقچىلىق قىلىپ، مېلىنى بۇ يەردە ئۆزى ساتىدىغان ئائىلىلەر.
# review
shops-list-show = كۆرسىتىش
# review
shops-list-count = { $count } كوپىراتىپ
shops-card-products = { $count } خىل مەھسۇلات
shops-fact-township = يېزا-بازار
shops-fact-founded = قۇرۇلغان يىلى
shops-fact-families = ئائىلە سانى
shops-fact-phone = تېلېفون
shops-story-title = ھېكايىسى
shops-products-title = سېتىۋاتقانلىرى
# review: shops-products-others
shops-products-others = يەنە سېتىۋاتقانلىرى
# review: shops-products-all
shops-products-all = ھەممە مەھسۇلاتىنى كۆرۈش
# review: shops-products-all-kind
shops-products-all-kind = بۇ تۈردىكى ھەممىسىنى كۆرۈش

# review: shops-suspended
shops-suspended = بۇ كوپىراتىپ ھازىرچە ھېچنېمە ساتمايدۇ. ئىلگىرى زاكاز قىلىنغانلىرى يەنىلا يوللىنىدۇ.
