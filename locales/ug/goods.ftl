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
goods-unit-litre = لىتېر
goods-reserved = زاكازلارغا ئايرىلغىنى: { $amount }
# review: goods-price-bounds
goods-price-bounds = باھا كىرگۈزۈڭ: ئەڭ ئاز { $min }، ئەڭ كۆپ { $max }، مەسىلەن 12.50. مىڭلىق سانلارنى پەشسىز يېزىڭ، مەسىلەن 1000.
# review: goods-price-below-steps
goods-price-below-steps = بۇ باھا كۆپ ئالغاندىكى باھادىن يۇقىرى ئەمەس. ئاۋۋال مەھسۇلاتنىڭ ئۆزىدە شۇ باھالارنى ئۆزگەرتىڭ.
# review: goods-price-above-steps
goods-price-above-steps = بۇ باھا كۆپ ئالغاندىكى باھانىڭ ئىككى ھەسسىسىدىن يۇقىرى. خاتا يېزىلىپ قالدىمۇ؟ توغرا بولسا، ئاۋۋال مەھسۇلاتنىڭ ئۆزىدە شۇ باھالارنى ئۆزگەرتىڭ.
# review: goods-steps
goods-steps = كۆپ ئالغاندىكى باھاسى
# review: goods-steps-hint
goods-steps-hint = قانچىدىن باشلاپ ئەرزان بولىدۇ، مەسىلەن { $sample }
# review: goods-steps-unreadable
goods-steps-unreadable = ساننى، = بەلگىسىنى ۋە باھانى يېزىڭ، ئارىسىغا چېكىتلىك پەش قويۇڭ، مەسىلەن { $sample }.
# review: goods-steps-too-many
goods-steps-too-many = كۆپ ئالغاندىكى باھا ئەڭ كۆپ بولغاندا { $count } دەرىجە بولىدۇ.
# review: goods-steps-amounts
goods-steps-amounts = سانلار بارغانسېرى كۆپ بولۇشى كېرەك: تۆۋەن چېكى { $min } (ئۇنىڭدىن كۆپ بولسۇن)، ئەڭ كۆپ { $max }، ھەر قېتىم { $step } قوشۇلىدۇ.
# review: goods-steps-above-most
goods-steps-above-most = بۇ ئۆلچەمدىن بىر قېتىمدا ئەڭ كۆپ سېتىۋېلىشقا بولىدىغىنى: { $max }. ئۇنىڭدىن چوڭ سان يازماڭ.
# review: goods-steps-prices
goods-steps-prices = باھالار بارغانسېرى تۆۋەن بولۇشى، بىرىنچىسى بۇ ئۆلچەمنىڭ باھاسىدىن تۆۋەن بولۇشى كېرەك.
# review: goods-steps-too-cheap
goods-steps-too-cheap = بۇ باھالارنىڭ بىرى ئۆلچەم باھاسىنىڭ يېرىمىغىمۇ يەتمەيدۇ. خاتا يېزىلىپ قالدىمۇ؟ ھەر بىر دانىنىڭ ياكى ھەر كىلوگرامنىڭ باھاسىنى يېزىڭ، ئاز دېگەندە يېرىمى بولسۇن.
# review: goods-stock-bounds
goods-stock-bounds = قانچىلىك بارلىقىنى كىرگۈزۈڭ: ئەڭ ئاز 0، ئەڭ كۆپ { $max }. مىڭلىق سانلارنى پەشسىز يېزىڭ، مەسىلەن 1000.
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
# review: goods-reason-sent-again
goods-reason-sent-again = خېرىدارغا قايتا ئەۋەتىلدى
goods-amount = قانچىلىك ({ $unit })
goods-note = ئىزاھات
# review: is this how one says it at the market?
goods-move = خاتىرىلەش
goods-not-there = پەقەت { $amount } بار.
# review: goods-amount-bounds
goods-amount-bounds = نۆلدىن چوڭ سان كىرگۈزۈڭ، ئەڭ كۆپ { $max }. مىڭلىق سانلارنى پەشسىز يېزىڭ، مەسىلەن 1000.
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
# review: goods-people-waiting
goods-people-waiting = بۇ ئۆلچەمنى كۈتۈۋاتقانلار: { $people } كىشى
goods-hidden = يوشۇرۇن
# review: is this how one says it at the market?
goods-listing-draft = دەسلەپكى نۇسخا
goods-listing-on-sale = سېتىلىۋاتىدۇ
# review: is this how one says it at the market?
# review: goods-listing-sold-out
goods-listing-sold-out = سېتىلىپ بولدى، قايتا سېتىلىدىغان ۋاقىت: { $time }
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
# review: goods-category-hint
goods-category-hint = خېرىدارلار شۇ تۈردىن تاپىدۇ. ئادرېسى ئۆزگەرمەيدۇ.
goods-sold = قانداق ساتىسىز؟
# review: is this how one says it at the market?
goods-sold-pack = قاپلاپ ياكى دانىلاپ
goods-sold-pack-text = ھەر بىرىنىڭ ئېغىرلىقى ئوخشاش، باھاسى بار.
# review: is this how one says it at the market?
goods-sold-weight = ئۆلچەپ
goods-sold-weight-text = باھاسى بىر كىلوگرام ئۈچۈن.
goods-net = بىر قاپنىڭ ئېغىرلىقى (گرام)
goods-net-hint = پەقەت قاپلانغانغا. مەسىلەن: 500 ياكى 1 kg
# review: goods-net-bounds
goods-net-bounds = ئېغىرلىق كىرگۈزۈڭ: ئەڭ ئاز 1 گرام، ئەڭ كۆپ { $max }.
goods-new-price-hint = بىر قاپ ياكى بىر كىلوگرام ئۈچۈن
# review: is this how one says it at the market?
goods-new-stock = ئامباردا
goods-new-stock-hint = قاپ ياكى كىلوگرام
# review: is this how one says it at the market?
goods-new-save = دەسلەپكى نۇسخا قىلىپ ساقلاش
# review: is this how one says it at the market?
goods-copy = مۇشۇنىڭدەك يېڭى مەھسۇلات
goods-sizes = ئۆلچىمى
goods-sizes-of = ئۆلچىمى: { $product }
goods-size-new = يەنە بىر ئۆلچىمى
goods-size-add = قوشۇش
goods-size-hide = يوشۇرۇش
goods-size-show = كۆرسىتىش
# review: goods-most
goods-most = بىر قېتىمدا ئەڭ كۆپ ({ $unit })
goods-most-save = ساقلاش
# review: goods-most-bounds
goods-most-bounds = بىر قېتىمدا قانچىلىك سېتىۋېلىشقا بولىدىغانلىقىنى كىرگۈزۈڭ: ئەڭ ئاز { $min }، ئەڭ كۆپ { $max }، ھەر قېتىم { $step } قوشۇلىدۇ.
# review: goods-most-off-step
goods-most-off-step = بۇنداق مىقدار سېتىلمايدۇ. مۇنۇلارنىڭ بىرىنى كىرگۈزۈڭ: { $below } ياكى { $above }.
# review: goods-most-below-steps
goods-most-below-steps = بۇ ئۆلچەم مۇنچىلىك ئالغاندا ئەرزان بولىدۇ: { $from }. بۇ چەك بىلەن ھېچكىم ئۇنچىلىك ئالالمايدۇ. ئاۋۋال مەھسۇلاتنىڭ ئۆزىدە شۇ باھانى ئۆزگەرتىڭ، ياكى چەكنى چوڭايتىڭ.
# review: goods-most-lowered
goods-most-lowered = ساقلاندى. بىر قېتىمدا ئەڭ كۆپ مىقدارمۇ سېتىلىدىغان ئەڭ يېقىن مىقدارغا چۈشتى، ئاستىدا كۆرۈسىز.
# review: goods-buyer
goods-buyer = بىر خېرىدارغا ئەڭ كۆپ، كۈن سانى { $days } ({ $unit })
# review: goods-buyer-hint
goods-buyer-hint = تېلېفون نومۇرى بويىچە، بىكار قىلىنمىغان زاكازلارنىڭ ھەممىسى ھېسابلىنىدۇ. بوش قالسا، چەك يوق.
# review: goods-buyer-bounds
goods-buyer-bounds = بىر خېرىدارنىڭ قانچىلىك ئالالايدىغانلىقىنى كىرگۈزۈڭ: ئەڭ ئاز { $min }، ئەڭ كۆپ { $max }، ھەر قېتىم { $step } قوشۇلىدۇ. بوش قالسا، چەك يوق.
# review: goods-least-above-stock
goods-least-above-stock = قالغىنى: { $left }. بۇ بىر قېتىمدا ئەڭ ئاز مىقداردىن كەم، شۇڭا ھازىر بۇ ئۆلچەمنى ھېچكىم سېتىۋالالمايدۇ. ئەڭ ئاز مىقدارنى كېمەيتىڭ ياكى مال قوشۇڭ.
# review: goods-least
goods-least = بىر قېتىمدا ئەڭ ئاز ({ $unit })
# review: goods-by
goods-by = ھەر قېتىم قوشۇلىدىغىنى ({ $unit })
# review: goods-portion-bounds
goods-portion-bounds = مىقدارنى كىرگۈزۈڭ: ئەڭ ئاز { $min }، ئەڭ كۆپ { $max }.
# review: goods-by-off-steps
goods-by-off-steps = بۇ ئۆلچەم مۇنچىلىك ئالغاندا ئەرزان بولىدۇ: { $from }. بۇنداق مىقدارلار بىلەن ھېچكىم دەل ئۇنچىلىك ئالالمايدۇ ياكى ھەممە كىشى ئەرزان ئالىدۇ. ئاۋۋال مەھسۇلاتنىڭ ئۆزىدە شۇ باھانى ئۆزگەرتىڭ، ياكى باشقا مىقدار تاللاڭ.
# review: goods-amounts
goods-amounts = ئەڭ ئاز مىقدار، قوشۇلىدىغىنى ۋە بىر خېرىدارغا چەك
# review: goods-new-least
goods-new-least = بىر قېتىمدا ئەڭ ئاز
# review: goods-new-least-hint
goods-new-least-hint = قاپ ياكى كىلوگرام؛ بوش قالسا 1 قاپ ياكى 0.5 كىلوگرام
# review: goods-new-by
goods-new-by = ھەر قېتىم قوشۇلىدىغىنى
# review: goods-new-by-hint
goods-new-by-hint = قاپ ياكى كىلوگرام؛ بوش قالسا 1 قاپ ياكى 0.1 كىلوگرام
# review: goods-new-buyer
goods-new-buyer = بىر خېرىدارغا ئەڭ كۆپ، كۈن سانى { $days }
# review: goods-new-buyer-hint
goods-new-buyer-hint = قاپ ياكى كىلوگرام؛ بوش قالسا، چەك يوق
# review: goods-price-per
goods-price-per = باھاسى (يۈەن، { $amount } ئۈچۈن)
# review: goods-stock-bounds-pieces
goods-stock-bounds-pieces = قانچە دانە بارلىقىنى پۈتۈن سان بىلەن كىرگۈزۈڭ: ئەڭ ئاز 0، ئەڭ كۆپ { $max }.
# review: goods-amount-bounds-pieces
goods-amount-bounds-pieces = پۈتۈن سان كىرگۈزۈڭ: ئەڭ ئاز 1، ئەڭ كۆپ { $max }.
# review: error-picture-needed
error-picture-needed = ئېلان قىلىشتىن بۇرۇن مەھسۇلاتنىڭ رەسىمى بولۇشى كېرەك. ھېچنېمە ئۆزگەرمىدى. «رەسىملەر»نى بېسىپ رەسىم قوشۇڭ، ئاندىن ئېلان قىلىڭ.
# review: error-same-size
error-same-size = بۇ مەھسۇلاتتا بۇ ئۆلچەم بار؛ يوشۇرۇن بولسا، يېنىدىكى «كۆرسىتىش»نى بېسىڭ. ھېچنېمە قوشۇلمىدى، يازغانلىرىڭىز مۇشۇ يەردە تۇرىدۇ.
# review: goods-lot-title
goods-lot-title = ھوسۇل ۋاقتى ۋە جايى
# review: goods-lot-text, "lot" as in print-lot
goods-lot-text = بىرىنى يازسىڭىز، بۇ مال ئۆز نومۇرى بار بىر تۈركۈم بولىدۇ. خېرىدارلار مەھسۇلات بېتىدە كۆرىدۇ.
goods-harvested = يىغىۋېلىنغان ۋاقتى
goods-harvested-hint = كۈن، ئاي ياكى يىل: ⁦2026⁠-⁠10⁠-⁠05⁩، ⁦2026⁠-⁠10⁩ ياكى 2026
# review: goods-origin
goods-origin = يېتىشتۈرۈلگەن جايى
goods-origin-hint = كەنت ياكى باغ
goods-lot-day = كۈن، ئاي ياكى يىلنى مۇنداق يېزىڭ: ⁦2026⁠-⁠10⁠-⁠05⁩، ⁦2026⁠-⁠10⁩ ياكى 2026.
goods-lot-future = بۇ ۋاقىت تېخى كەلمىدى. قاچان يىغىۋېلىنغانلىقىنى يېزىڭ.
# review: goods-lot-nothing
goods-lot-nothing = ھوسۇل ۋاقتى ۋە جايى پەقەت كىرگەن مالغا يېزىلىدۇ. مال كىرگەنلىكىنى ۋە مىقدارىنى كىرگۈزۈڭ ياكى بۇ يەرنى بوش قالدۇرۇڭ.
goods-lot = { $number }-تۈركۈم
goods-lots = تۈركۈملەر
goods-lot-came = كىرگىنى
goods-lot-left = قالغىنى
# review: goods-lot-choose
goods-lot-choose = قايسى تۈركۈمدىن: { $product }
goods-lot-oldest = ئەڭ كونىسىدىن باشلاپ
goods-lot-orders = كىملەر ئالدى
# review: goods-lot-orders-empty
goods-lot-orders-empty = تېخى ھېچقايسى زاكازغا قاچىلانمىدى.
# review: goods-lot-recall
goods-lot-recall = قايتۇرۇۋالماقچى بولسىڭىز، ھەربىر زاكازنى ئېچىڭ: شۇ يەردە خېرىدارغا خەت يازالايسىز.
goods-lot-order = زاكاز
goods-lot-amount = مىقدارى
# review: goods-lot-without
goods-lot-without = { $amount } تۈركۈمسىز
# review: goods-lot-packed
goods-lot-packed = يوللانمىلارغا قاچىلانغىنى
# review: goods-lot-gone
goods-lot-gone = بۇزۇلغان، باشقا يەردە سېتىلغان ياكى سانالغاندا چىقمىغان
# review: goods-lot-origin-waits
goods-lot-origin-waits = مەركەز تەستىقلىغاندىن كېيىن خېرىدارلار كۆرىدۇ
# review: goods-lot-origin-taken-back
goods-lot-origin-taken-back = خېرىدارلارغا كۆرۈنمەيدۇ؛ مەركەز كېيىنكى ئۆزگەرتىشنى تەستىقلىغاندا بىرگە كۆرۈنىدۇ
# review: goods-from-lot
goods-from-lot = قايسى تۈركۈمدىن
# review: goods-from-lot-any
goods-from-lot-any = ئېنىق ئەمەس
# review: goods-from-lot-hint
goods-from-lot-hint = پەقەت بۇزۇلغان ياكى باشقا يەردە سېتىلغان مال ئۈچۈن
# review: goods-from-lot-wrong
goods-from-lot-wrong = تۈركۈم پەقەت مال بۇزۇلغان ياكى باشقا يەردە سېتىلغاندا تاللىنىدۇ، ئۇنىڭدىن بىر نېمە قالغان بولۇشى كېرەك. قايتا تاللاڭ.
# review: goods-from-lot-too-much
goods-from-lot-too-much = بۇ تۈركۈمدىن قالغىنى: { $amount }. ئاۋۋال شۇنى، ئاندىن باشقىسىنى يەنە بىر تۈركۈم بىلەن كىرگۈزۈڭ.
# review: goods-season
goods-season = پەسلى
# review: goods-season-hint
goods-season-hint = خېرىدارلار بۇ ئايلارنى كۆرىدۇ ۋە ھازىر پەسلىدە بولغانلار ئىچىدىن تاپىدۇ. يىل بويى سېتىلسا، ئىككىلىسىنى بوش قويۇڭ.
# review: goods-season-from
goods-season-from = باشلىنىدىغان ئاي
# review: goods-season-to
goods-season-to = ئاخىرلىشىدىغان ئاي
# review: goods-season-none
goods-season-none = يىل بويى
# review: goods-season-half
goods-season-half = ئىككى ئاينىڭ ھەر ئىككىسىنى تاللاڭ ياكى ھېچقايسىسىنى تاللىماڭ.
# review: goods-harvest-year
goods-harvest-year = ھوسۇل يىلى
# review: goods-harvest-year-hint
goods-harvest-year-hint = تۆت خانىلىق سان. تۈركۈمدە يىغىۋېلىنغان ۋاقتى يېزىلمىغان بولسا، خېرىدارلار بۇ يىلنى كۆرىدۇ.
# review: goods-harvest-year-wrong
goods-harvest-year-wrong = باشلانغان بىر يىلنى تۆت خانىلىق سان بىلەن يېزىڭ ياكى بوش قويۇڭ.
