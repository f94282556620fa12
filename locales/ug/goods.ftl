### Prices, stock and products in a cooperative's work area.

goods-nav = ئامبار
goods-title = باھا ۋە ئامبار
# review: is this how one says it at the market?
goods-lead = خالىغىنىڭىزنى ئۆزگەرتىپ، ئاخىرىدا بىراقلا ساقلاڭ.
goods-empty = تېخى مەھسۇلات يوق. بىرىنچىسىنى قوشۇڭ.
goods-price = باھاسى (يۈەن)
# review: is this how one says it at the market?
goods-there = ئامباردا ({ $unit })
goods-unit-kilogram = كىلوگرام
goods-unit-litre = لىتىر
goods-reserved = زاكازلارغا ئايرىلغىنى: { $amount }
# review: goods-price-bounds
goods-price-bounds = { $min } دىن { $max } گىچە باھا كىرگۈزۈڭ، مەسىلەن 12.50. مىڭلىق سانلارنى پەشسىز يېزىڭ، مەسىلەن 1000.
# review: goods-stock-bounds
goods-stock-bounds = قانچىلىك بارلىقىنى كىرگۈزۈڭ: 0 دىن { $max } گىچە. مىڭلىق سانلارنى پەشسىز يېزىڭ، مەسىلەن 1000.
# review: is this how one says it at the market?
goods-changed = بۇ ئارىلىقتا باشقا بىرەيلەن ئۆزگەرتتى: ھازىر { $now }. ئۆزىڭىزنىڭكىنى قالدۇرماقچى بولسىڭىز قايتا ساقلاڭ.
goods-saved = ساقلاندى. دۇكاندا ھازىر كۆرۈنىدۇ.
# review: is this how one says it at the market?
goods-in-and-out = كىرىم-چىقىم
goods-in-and-out-of = كىرىم-چىقىم: { $product }
goods-edit = تەھرىرلەش: { $product }
goods-move-title = نېمە بولدى؟
# review: is this how one says it at the market?
goods-reason-harvest = مال كىردى
goods-reason-sold-elsewhere = باشقا يەردە سېتىلدى
goods-reason-spoiled = بۇزۇلۇپ كەتتى
# review: is this how one says it at the market?
goods-reason-counted = سانالدى: ھازىر شۇنچىلىك بار
goods-amount = قانچىلىك ({ $unit })
goods-note = ئىزاھات
# review: is this how one says it at the market?
goods-move = خاتىرىلەش
goods-not-there = پەقەت { $amount } بار.
# review: goods-amount-bounds
goods-amount-bounds = نۆلدىن چوڭ، { $max } دىن ئاشمايدىغان سان كىرگۈزۈڭ. مىڭلىق سانلارنى پەشسىز يېزىڭ، مەسىلەن 1000.
goods-history = تارىخى
goods-history-empty = تېخى ھېچنېمە خاتىرىلەنمىدى.
goods-when = ۋاقتى
goods-why = سەۋەبى
goods-change = ئۆزگىرىش
# review: is this how one says it at the market?
goods-then = ئاندىن قالغىنى
goods-who = كىم
goods-who-centre = { $name } (مەركەز)
# review: is this how one says it at the market?
goods-who-gone = كەتكەن ئەزا
goods-short-title = بارلىق زاكازلارغا يەتمەيدۇ
# review: is this how one says it at the market?
goods-short-text = زاكازلارغا ئايرىلغىنى بار مالدىن كۆپ. مال كىرگۈزۈڭ ياكى خېرىدار بىلەن سۆزلىشىپ زاكازنى بىكار قىلىڭ.
goods-short-order = كەم: { $amount }
goods-hidden = يوشۇرۇن
# review: is this how one says it at the market?
goods-listing-draft = دەسلەپكى نۇسخا
goods-listing-on-sale = سېتىلىۋاتىدۇ
# review: is this how one says it at the market?
goods-listing-sold-out = { $time } غىچە سېتىلىپ بولدى
goods-listing-paused = توختىتىلدى
# review: is this how one says it at the market?
goods-listing-archived = ئارخىپتا
goods-step-publish = ئېلان قىلىش
goods-step-sold-out-today = بۈگۈن سېتىلىپ بولدى
goods-step-pause = توختىتىش
goods-step-resume = قايتا سېتىش
# review: is this how one says it at the market?
goods-step-archive = ئارخىپلاش
# review: is this how one says it at the market?
goods-step-restore = ئارخىپتىن ئېلىش
goods-step-named = { $step }: { $product }
goods-done = بولدى.
goods-draft-note = بۇ مەھسۇلاتنى پەقەت سىز كۆرىسىز. توغرا بولسا ئېلان قىلىڭ.
# review: is this how one says it at the market?
goods-selling = سېتىش ئەھۋالى
goods-new = يېڭى مەھسۇلات
goods-new-lead = ئېلان قىلمىغۇچە ھېچكىم كۆرمەيدۇ.
goods-category = تۈرى
goods-category-choose = تۈرنى تاللاڭ
goods-sold = قانداق ساتىسىز؟
# review: is this how one says it at the market?
goods-sold-pack = قاپلاپ ياكى دانىلاپ
goods-sold-pack-text = ھەر بىرىنىڭ ئېغىرلىقى ئوخشاش، باھاسى بار.
# review: is this how one says it at the market?
goods-sold-weight = ئۆلچەپ
goods-sold-weight-text = باھاسى بىر كىلوگرام ئۈچۈن.
goods-net = بىر قاپنىڭ ئېغىرلىقى (گرام)
goods-net-hint = پەقەت قاپلانغانغا. مەسىلەن: 500 ياكى 1 kg
goods-net-bounds = 1 گرامدىن { $max } غىچە ئېغىرلىق كىرگۈزۈڭ.
goods-new-price-hint = بىر قاپ ياكى بىر كىلوگرام ئۈچۈن
# review: is this how one says it at the market?
goods-new-stock = ئامباردا
goods-new-stock-hint = قاپ ياكى كىلوگرام
# review: is this how one says it at the market?
goods-new-save = دەسلەپكى نۇسخا قىلىپ ساقلاش
# review: is this how one says it at the market?
goods-copy = مۇشۇنىڭدەك يېڭى مەھسۇلات
goods-sizes = چوڭ-كىچىكلىكى
goods-sizes-of = چوڭ-كىچىكلىكى: { $product }
goods-size-new = يەنە بىر چوڭ-كىچىكلىكى
goods-size-add = قوشۇش
goods-size-hide = يوشۇرۇش
goods-size-show = كۆرسىتىش
# review: goods-price-per
goods-price-per = باھاسى (يۈەن، { $amount } ئۈچۈن)
# review: goods-stock-bounds-pieces
goods-stock-bounds-pieces = قانچە دانە بارلىقىنى پۈتۈن سان بىلەن كىرگۈزۈڭ: 0 دىن { $max } گىچە.
# review: goods-amount-bounds-pieces
goods-amount-bounds-pieces = 1 دىن { $max } گىچە پۈتۈن سان كىرگۈزۈڭ.
# review: error-picture-needed
error-picture-needed = ئېلان قىلىشتىن بۇرۇن مەھسۇلاتنىڭ رەسىمى بولۇشى كېرەك. ھېچنېمە ئۆزگەرمىدى. «رەسىملەر»نى بېسىپ رەسىم قوشۇڭ، ئاندىن ئېلان قىلىڭ.
# review: error-same-size
error-same-size = بۇ مەھسۇلاتتا بۇ چوڭ-كىچىكلىك بار؛ يوشۇرۇن بولسا، يېنىدىكى «كۆرسىتىش»نى بېسىڭ. ھېچنېمە قوشۇلمىدى، يازغانلىرىڭىز مۇشۇ يەردە تۇرىدۇ.
