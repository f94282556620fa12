### مەھسۇلاتلار تىزىملىكى ۋە مەھسۇلات بېتى.
### review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا.

## The list

catalog-list-title = ھەممە مەھسۇلات
catalog-list-description = ياڭاق-بادام، مېۋە قېقى، ھەسەل ۋە يېڭى مېۋىلەر، بىۋاسىتە كوپىراتىپلاردىن.
catalog-list-count = { $count } خىل مەھسۇلات
catalog-category-label = تۈرلەر
catalog-category-all = ھەممىسى
# review: catalog-list-all-shops
catalog-list-all-shops = ھەممە كوپىراتىپنىڭ
catalog-sort-label = تەرتىپلەش
# review: "much bought"
catalog-sort-popular = كۆپ سېتىلغان
catalog-sort-cheap = ئەرزان
# review: catalog-sort-per-kg
catalog-sort-per-kg = كىلوگرام باھاسى
catalog-sort-dear = قىممەت
catalog-sort-new = يېڭى
# review: catalog-filter-title
catalog-filter-title = سۈزۈش
catalog-filter-min = ئەڭ تۆۋەن باھا (يۈەن)
catalog-filter-max = ئەڭ يۇقىرى باھا (يۈەن)
catalog-filter-available = پەقەت مال بارلىرى
# review: catalog-filter-station
catalog-filter-station = ئېلىپ كېتىش نۇقتىسى
# review: catalog-filter-station-hint
catalog-filter-station-hint = ئېلىپ كېتىش نۇقتىسى: نومۇرى ياكى ئىسمى
# review: catalog-filter-station-none
catalog-filter-station-none = بۇنداق نومۇر ياكى ئىسىمدىكى ئوچۇق نۇقتا تېپىلمىدى. نومۇرىنى ياكى كەنت ئىسمىنى كىرگۈزۈپ سىناپ بېقىڭ.
# review: catalog-filter-station-several
catalog-filter-station-several = بىر نەچچە نۇقتا ماس كەلدى. نۇقتىڭىزنىڭ تاختىسىدىكى نومۇرنى يېزىڭ.
# review: catalog-filter-no-category
catalog-filter-no-category = بۇ يەردە ئۇنداق تۈر يوق، ھېسابقا ئېلىنمىدى.
# review: catalog-filter-no-shop
catalog-filter-no-shop = بۇ يەردە ئۇنداق كوپىراتىپ مال ساتمايدۇ، ھېسابقا ئېلىنمىدى.
catalog-filter-apply = كۆرسىتىش
catalog-filter-clear = تازىلاش
# review: catalog-filter-count
catalog-filter-count = سۈزۈش: { $count }
catalog-filter-shops = كوپىراتىپلار
# review: catalog-filter-chosen
catalog-filter-chosen = تاللانغان سۈزگۈچلەر
# review: catalog-filter-remove
catalog-filter-remove = سۈزگۈچنى ئېلىۋېتىش: { $name }
# review: catalog-filter-from
catalog-filter-from = ئەڭ تۆۋەن باھا: { $price }
# review: catalog-filter-to
catalog-filter-to = ئەڭ يۇقىرى باھا: { $price }
# review: catalog-filter-at
catalog-filter-at = ئېلىپ كېتىش: { $station }
catalog-empty-title = ماس مەھسۇلات تېپىلمىدى
catalog-empty-text = باھا دائىرىسىنى كەڭەيتىڭ ياكى ھەممە مەھسۇلاتنى كۆرۈپ بېقىڭ.
catalog-empty-all = ھەممە مەھسۇلاتنى كۆرۈش

## A product in a list

product-season-now = پەسلىدە
product-stock-none = سېتىلىپ بولدى
product-add-named = ھارۋىغا قوشۇش: { $name }

## A product's page

product-pictures = رەسىملەر
product-picture-alt = { $name }، { $number }-رەسىم، جەمئىي { $count }
# review: product-pictures-enlarge
product-pictures-enlarge = چوڭايتىپ كۆرۈش
product-season-months = پەسلى: { $from } – { $to }
product-harvest = { $year }-يىللىق ھوسۇل
# review: product-harvested
product-harvested = يىغىۋېلىنغان ۋاقتى: { $when }
product-harvest-month = { $year }-يىلى { $month }
# review: product-buyer-limit
product-buyer-limit = بىر خېرىدارغا ئەڭ كۆپ بولغاندا { $most } (يېقىنقى كۈنلەر: { $days })
product-origin = يېتىشتۈرۈلگەن جايى
# review: "size" of a bag, by weight: product-size
product-size = ئۆلچىمىنى تاللاڭ
product-size-weighed = تارازىلاپ سېتىلىدۇ
product-quantity = سانى
product-quantity-grams = مىقدارى (گرام)
# review: product-quantity-hint
product-quantity-hint = ئەڭ ئاز { $min }، ئەڭ كۆپ { $max }، ھەر قېتىم { $step } قوشۇلىدۇ
# review: the four texts below
# review: product-quantity-range
product-quantity-range = بۇ مىقداردا سېتىلمايدۇ. زاكاز مىقدارى: ئەڭ ئاز { $min }، ئەڭ كۆپ { $max }.
product-quantity-only = بۇ مىقداردا سېتىلمايدۇ. پەقەت { $amount } زاكاز قىلالايسىز.
# review: product-quantity-steps
product-quantity-steps = بۇ مىقداردا سېتىلمايدۇ. زاكاز مىقدارى: ئەڭ ئاز { $min }، ئەڭ كۆپ { $max }، ھەر قېتىم { $step } قوشۇلىدۇ.
# review: product-quantity-with-cart
product-quantity-with-cart = ھارۋىڭىزدا بار مىقدار: { $held }. ئۇنىڭ بىلەن قوشقاندا بۇنچىلىك زاكاز قىلغىلى بولمايدۇ: جەمئىي ئەڭ كۆپ { $max }.
product-stock-yes = مال بار
product-stock-few = پەقەت { $amount } قالدى
# review: product-step-from: a form without a suffix on the amount ("10 pieces and more: price")
product-step-from = { $amount } ۋە ئۇنىڭدىن كۆپ: { $price }
product-stock-none-text = ھەممىسى سېتىلىپ بولدى. تۆۋەندىن كوپىراتىپنىڭ باشقا مەھسۇلاتلىرىنى كۆرۈڭ.
product-delivery-title = يەتكۈزۈش
product-delivery-station = ناھىيەدىكى ئېلىپ كېتىش نۇقتىسىغا { $days } كۈندە يېتىپ بارىدۇ، توشۇش ھەققى ئېلىنمايدۇ.
# review: product-collected-in
product-collected-in = پەقەت تۆۋەندىكى يېزا-بازارلارنىڭ نۇقتىلىرىدا:
product-delivery-home = ئۆيگە يەتكۈزۈش: شىنجاڭ ئىچىدە { $near } كۈن، باشقا جايلارغا { $far } كۈن.
# review: product-delivery-closed
product-delivery-closed = بۇ كۈنلەرنىڭ بەزىسىدە ھېچكىم يوق، شۇڭا ئۇزۇنراق كېتىدۇ:
product-delivery-freight = توشۇش ھەققى ئېغىرلىققا قاراپ ھېسابلىنىدۇ، زاكاز قىلىشتىن بۇرۇن كۆرەلەيسىز.
# review: product-weighed
product-weighed = تارتىپ سېتىلىدىغان مال ئورىغاندا قايتا تارتىلىدۇ. كەم چىقسا، ئاز تۆلەيسىز؛ زاكاز قىلغاندىكىدىن قىممەت بولمايدۇ.
product-seller = ئۆستۈرگۈچى ۋە قاچىلىغۇچى
product-seller-story = ھېكايىسى ۋە دۇكىنى
product-more-cooperative = بۇ كوپىراتىپنىڭ باشقا مەھسۇلاتلىرى
product-more-category = ئوخشاش تۈردىكىلەر
