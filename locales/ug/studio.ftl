### review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا. (No native speaker has read this file yet.)

studio-title = كوپىراتىپىم
studio-nav = خىزمەت رايونى
studio-nav-orders = زاكازلار
studio-nav-shop = دۇكان بېتى
studio-see-shop = دۇكاندا كۆرۈش
studio-stat-waiting = قوبۇل قىلىدىغان زاكاز
studio-stat-translations = تېكىستى تولۇق ئەمەس مەھسۇلات
# review: studio-stat-page-texts
studio-stat-page-texts = دۇكان بېتىدىكى تولۇق ئەمەس تېكىست

## Orders

studio-orders-title = زاكازلار
studio-orders-waiting = نۆۋەتتىكى زاكازلار
# review: studio-news-order
studio-news-order = يېڭى زاكاز كەلدى.
# review: studio-news-see
studio-news-see = يېڭى زاكازلارنى كۆرۈش
# review: studio-news-sound-off
studio-news-sound-off = زاكاز كەلگەندە ئاۋاز چىقسۇن
# review: studio-news-sound-on
studio-news-sound-on = زاكاز كەلگەندە ئاۋاز چىقىدۇ. تاقاش
# review: studio-offline-form
studio-offline-form = تور يوق. باسقىنىڭىز مۇشۇ بەتتە ساقلاندى، تور كەلگەندە ئەۋەتىلىدۇ. بەتنى تاقىماڭ.
# review: studio-offline-page
studio-offline-page = تور يوق. بۇ بەت شۇ پېتى تۇرىدۇ، تور كەلگەندە قايتا سىناڭ.
# review: studio-order-short
studio-order-short = ئامباردىكى مال بۇ زاكازغا يەتمەيدۇ. مال كىرگۈزۈڭ ياكى «كەم نەرسە بار»نى بېسىڭ.
# review: studio-stat-short
studio-stat-short = زاكازغا يەتمەيدىغان مال
# review: studio-orders-find
studio-orders-find = ئىزدەش
# review: studio-orders-none-to-do
studio-orders-none-to-do = ھازىر قىلىدىغان زاكاز يوق.
# review: studio-pays-at-station
studio-pays-at-station = ئالغاندا تۆلەيدۇ
studio-orders-all = بارلىق زاكازلار
studio-orders-empty = تېخى زاكاز يوق. بىرەيلەن سېتىۋالغان ھامان بۇ يەردە كۆرۈنىدۇ.
studio-order-code = زاكاز
studio-order-placed = ۋاقتى
studio-order-contents = ماللار
studio-order-amount = سومما
studio-order-status = ھالىتى
studio-order-title = { $code } زاكازى
studio-order-destination = يەتكۈزۈش ئورنى
studio-order-next = كېيىنكى قەدەم
studio-order-none = بۇ يەردە قىلىدىغان ئىش قالمىدى.
studio-order-accept = زاكازنى قوبۇل قىلىش
studio-order-pack = ماللار ئورالدى
studio-order-dispatch = توشۇغۇچىغا بېرىلدى
studio-order-ready = ئېلىپ كېتىش نۇقتىسىغا كەلدى
studio-order-deliver = خېرىدار تاپشۇرۇۋالدى
studio-order-undo-accept = قوبۇل قىلىشنى قايتۇرۇۋېلىش
studio-order-undo-pack = تېخى ئورالمىدى
# review: studio-order-undo-dispatch
studio-order-undo-dispatch = تېخى توشۇغۇچىغا بېرىلمىدى
# review: studio-order-undo-ready
studio-order-undo-ready = تېخى نۇقتىغا كەلمىدى
# review: studio-order-problem-sure
studio-order-problem-sure = راستمۇ؟ كېيىن قايتۇرۇۋالغىلى بولمايدۇ، خېرىدارمۇ كۆرىدۇ.
# review: studio-moved-back
studio-moved-back = زاكاز { $code }: قايتۇرۇۋېلىندى.
studio-order-not-collected = ئېلىپ كېتىلمىدى
studio-order-refuse = خېرىدار تاپشۇرۇۋالمىدى
studio-order-restock = قايتىپ كەلدى، ياخشى: قايتا سېتىلسۇن
studio-order-write-off = قايتىپ كەلدى، لېكىن بۇزۇلغان
studio-order-lose = يولدا يوقاپ كەتتى
studio-order-problem = چاتاق چىقتى
studio-order-carrier = توشۇغۇچى
studio-order-tracking = يوللانما نومۇرى
# review: studio-scan-open
studio-scan-open = نومۇرنى كامېرا بىلەن ئوقۇش
# review: studio-scan-close
studio-scan-close = كامېرانى تاقاش
# review: studio-scan-looking
studio-scan-looking = يارلىقتىكى تاياقچە كودنى كامېراغا توغرىلاڭ. رەسىم ھېچيەرگە ئەۋەتىلمەيدۇ.
# review: studio-scan-nothing
studio-scan-nothing = تېخى تېپىلمىدى. يارلىقنى يېقىنراق، تۈز، يورۇق جايدا تۇتۇڭ.
# review: studio-scan-found
studio-scan-found = تېپىلدى. نومۇرنى يارلىقتىكى بىلەن سېلىشتۇرۇڭ.
# review: studio-scan-denied
studio-scan-denied = بۇ بەتنىڭ كامېرا ئىشلىتىشىگە رۇخسەت يوق. توركۆرگۈچنىڭ تەڭشىكىدە رۇخسەت قىلىڭ ياكى نومۇرنى ئۆزىڭىز يېزىڭ.
# review: studio-scan-no-camera
studio-scan-no-camera = كامېرا يوق ياكى باشقا پروگرامما ئىشلىتىۋاتىدۇ. نومۇرنى ئۆزىڭىز يېزىڭ.
# review: studio-scan-gave-up
studio-scan-gave-up = كود تېپىلمىدى، كامېرا تاقالدى. قايتا سىناڭ ياكى نومۇرنى ئۆزىڭىز يېزىڭ.
studio-order-reason = سەۋەبى
studio-order-reason-note = ئۆز سۆزىڭىز بىلەن
studio-order-reason-hint = خېرىدار بۇنى كۆرىدۇ.
studio-order-payment = پۇل تۆلەش
studio-order-awaits-transfer = خېرىدار پۇلنى بانكىدىن يۆتكەيدۇ، پۇل تېخى كەلمىدى. كەلگەندىن كېيىن قوبۇل قىلالايسىز، ئۇنىڭغىچە قىلىدىغان ئىش يوق.
studio-order-awaits-cash = خېرىدار نۇقتىدا پۇل تۆلىگەندىن كېيىن تاپشۇرۇلىدۇ.
studio-order-cancel = زاكازنى بىكار قىلىش
studio-order-cancel-text = بۇ زاكازنى بىكار قىلامسىز؟ ماللار قايتا سېتىلىدۇ، خېرىدار بۇنى دەرھال كۆرىدۇ.
studio-order-cancel-confirm = ھەئە، بىكار قىلىنسۇن
studio-status-placed = يېڭى
studio-status-completed = تاماملانغان
studio-status-canceled = بىكار قىلىنغان
studio-status-expired = ۋاقتى ئۆتكەن

## Products

studio-products-title = مەھسۇلاتلار
# review: studio-product-from
studio-product-from = ئەڭ تۆۋەن باھاسى { $price }
studio-product-available = مال بار
studio-product-sold-out = سېتىلىپ بولدى
studio-product-missing = كەم: { $languages }
studio-product-outdated = كونىرىغان: { $languages }
studio-product-edit = تەھرىرلەش: { $product }

## Editing

studio-shop-title = دۇكان بېتى
studio-saved = ساقلاندى. دۇكاندا ھازىر كۆرۈنىدۇ.
# review
studio-draft-unsaved = تېخى ساقلانمىدى. يازغانلىرىڭىز مۇشۇ تېلېفوندا تۇرىدۇ.
# review
studio-draft-restored = ئىلگىرى يازغانلىرىڭىز قايتا چىقىرىلدى. تېخى ساقلانمىدى.
# review
studio-draft-discard = ۋاز كېچىش
studio-source-note = سىز ئاۋۋال { $language } يازىسىز. شۇ تېكىستنى ئۆزگەرتسىڭىز، باشقا تىللاردىكىسى يېڭىلىغۇچە كونىرىغان دەپ بەلگىلىنىدۇ.
studio-tagline = بىر جۈملىلىك تونۇشتۇرۇش
studio-name = نامى
studio-description = چۈشەندۈرۈشى
studio-field-in = { $field } ({ $language })
studio-state-source = ئەسلى تېكىست
studio-state-human = تەرجىمە قىلىنغان
studio-state-machine = ماشىنا تەرجىمىسى
studio-state-outdated = كونىرىغان
# review
studio-still-right = بۇ تېكىست يەنىلا توغرا
# review: studio-machine-right
studio-machine-right = بۇ تېكىستنى ئوقۇدۇم، توغرا
# review: studio-glossary
studio-glossary = بۇ تېكىستلەردىكى ئاتالغۇلار
# review: studio-suggest-hint
studio-suggest-hint = كەم تېكىستلەرنى ماشىنا تەرجىمە قىلالايدۇ. ئۇ پەقەت بوش ئورۇنلارنىلا تولدۇرىدۇ؛ سىلەر توغرا دەپ جەزملەشتۈرگۈچە سېتىۋالغۇچىلارغا ماشىنا تەرجىمىسى دەپ كۆرسىتىلىدۇ.
# review: studio-suggest-button
studio-suggest-button = كەم يەرلىرىنى ماشىنىغا تولدۇرغۇزۇش
# review: studio-suggest-waiting
studio-suggest-waiting = ماشىنا كەم يەرلىرىنى يېزىۋاتىدۇ. ئەڭ كۆپ بولغاندا بىر مىنۇت كېتىدۇ؛ بۇ بەتتىن چىقىپ كەتسىڭىزمۇ بولىدۇ.
# review: studio-suggest-waiting-page
studio-suggest-waiting-page = ماشىنا كەم يەرلىرىنى بۆلۈپ-بۆلۈپ يېزىۋاتىدۇ. بىرنەچچە مىنۇت كېتىشى مۇمكىن؛ بۇ بەتتىن چىقىپ كەتسىڭىزمۇ بولىدۇ. بەت ئېلان قىلىنغاندا خېرىدارلار بۇ تېكىستلەرنى كۆرىدۇ.
# review: studio-suggest-look
studio-suggest-look = قايتا كۆرۈش
# review: studio-suggest-unreachable
studio-suggest-unreachable = ماشىنا جاۋاب بەرمىدى. تېكىستلىرىڭىز ئۆزگەرمىدى، سەل تۇرۇپ قايتا سىناڭ.
# review: studio-suggest-refused
studio-suggest-refused = ماشىنا بۇ تېكىستلەرنى قوبۇل قىلمىدى. تېكىستلىرىڭىز ئۆزگەرمىدى، مەركەزگە خەۋەر قىلىڭ.
# review: studio-suggest-unusable
studio-suggest-unusable = ماشىنا يازغىنى ماس كەلمىدى. بۇرۇنقى تېكىستلەر ئۆزگەرمىدى؛ يەنە كەم يەرلىرىنى ئۆزىڭىز يېزىڭ ياكى قايتا سىناڭ.
studio-state-missing = كەم
studio-conflict = سىز يېزىۋاتقاندا باشقا بىرەيلەن بۇ بەتنى ساقلىدى. سىزنىڭكى تېخى ساقلانمىدى، يازغانلىرىڭىز مۇشۇ يەردە. سېلىشتۇرۇپ كۆرۈپ، ئۆزىڭىزنىڭكىنى قالدۇرماقچى بولسىڭىز قايتا ساقلاڭ.
studio-conflict-saved = ھازىر ساقلانغىنى

## Prices and stock

studio-offers-title = ئۆلچىمى، باھاسى ۋە ئامبار سانى
studio-product-title = تەھرىرلەش: { $product }
studio-price = باھاسى (يۈەن)
studio-price-hint = { $amount } ئۈچۈن
studio-stock = ئامبار سانى ({ $unit })
studio-stock-hint = بۇنىڭ ئىچىدە زاكازلارغا ئايرىلغىنى: { $reserved }
studio-stock-wrong = پۈتۈن سان كىرگۈزۈڭ، زاكازلارغا ئايرىلغىنىدىن ئاز بولمىسۇن.

## The menu

# review
studio-nav-today = بۈگۈن
# review
studio-nav-packing = ئوراش
# review
studio-nav-products = مەھسۇلات
# review
studio-nav-menu = كوپىراتىپىمنىڭ تىزىملىكى

## Today

# review
studio-today-title = ھازىر قىلىدىغان ئىشلار
# review
studio-stat-to-pack = ئورايدىغان زاكاز
# review
studio-stat-to-hand-over = توشۇغۇچىغا بېرىدىغان يوللانما
# review
studio-stat-running-out = تۈگەي دېگەن مەھسۇلات

## Stages of an order

# review
studio-stage-all = ھەممىسى
# review
studio-stage-awaits-payment = پۇل كەلمىگەن
# review
studio-stage-new = يېڭى
# review
studio-stage-to-pack = ئورايدىغان
# review
studio-stage-to-hand-over = بېرىدىغان
# review
studio-stage-on-the-way = يولدا
# review
studio-stage-done = تاماملانغان
# review
studio-stage-over = بىكار بولغان
# review
studio-status-packed = ئورالغان
# review
studio-status-at-station = نۇقتىدا
# review
studio-status-returning = قايتىۋاتىدۇ
# review
studio-status-returned = قايتىپ كەلدى
# review
studio-status-lost = يوقاپ كەتتى

## Finding orders

# review
studio-orders-search = زاكاز ئىزدەش
# review
studio-orders-search-hint = زاكاز نومۇرى، خېرىدارنىڭ ئىسمى ياكى تېلېفوننىڭ ئاخىرقى تۆت رەقىمى
# review
studio-orders-filter = كۈنى ۋە ئورنى بويىچە
# review
studio-orders-place = يەتكۈزۈش ئورنى
# review
studio-orders-place-any = ھەممە ئورۇن
# review: studio-orders-no-place
studio-orders-no-place = ئۇنداق نۇقتا يوق؛ بارلىق جايلارنىڭ زاكازلىرى كۆرسىتىلدى.
# review
studio-orders-place-address = ئادرېسقا
# review
studio-orders-from = باشلانغان كۈن
# review
studio-orders-until = ئاخىرقى كۈن
# review
studio-orders-day-wrong = كۈننى تاللاڭ ياكى مۇنداق يېزىڭ: ⁦2026⁠-⁠11⁠-⁠23⁩.
# review
studio-orders-show = كۆرسىتىش
# review
studio-orders-clear = ھەممىسىنى كۆرسىتىش
# review
studio-orders-none-found = بۇ يەردە زاكاز يوق.
# review
studio-orders-cut = يەنە بولۇشى مۇمكىن: ئىسىم ۋە نومۇرنىڭ بىر قىسمى ئەڭ يېڭى { $count } زاكازدىن ئىزدىلىدۇ. تولۇقراق يېزىڭ ياكى كۈن تاللاڭ.
# review
studio-orders-newest-page = ئەڭ يېڭىلىرىغا قايتىش
# review
studio-order-buyer = خېرىدار

## Packing

# review
studio-packing-title = ئوراش تىزىملىكى
# review
studio-packing-needs = ئامباردىن ئېلىنىدىغانلار
# review
studio-packing-needs-cut = پەقەت ئەڭ بۇرۇنقى 500 زاكاز قوشۇلدى.
# review
studio-packing-parcels = { $count } يوللانمىدا
# review
studio-packing-nothing = ھازىر ئورايدىغان، قوبۇل قىلىدىغان، بېرىدىغان نەرسە يوق.
# review
studio-packing-to-pack = ئورايدىغانلار
# review
studio-packing-new = قوبۇل قىلىدىغانلار
# review
studio-packing-to-hand-over = بېرىدىغانلار
# review
studio-packing-more = قالغانلىرى زاكازلار تىزىملىكىدە
# review
studio-packing-print = بېسىپ چىقىرىش ئۈچۈن تور كۆرگۈچتە «بېسىپ چىقىرىش»نى تاللاڭ.
# review
studio-packing-carrier = توشۇغۇچى ۋە يوللانما نومۇرى
# review: studio-all-accept
studio-all-accept = ھەممىسىنى قوبۇل قىلىش ({ $count })
# review: studio-all-dispatch
studio-all-dispatch = ھەممىسىنى توشۇغۇچىغا بېرىش ({ $count })
# review: studio-all-accepted
studio-all-accepted = زاكازلار قوبۇل قىلىندى. خېرىدارلار ھازىر كۆرەلەيدۇ.
# review: studio-all-dispatched
studio-all-dispatched = يوللانمىلار توشۇغۇچىغا بېرىلدى. خېرىدارلار ھازىر كۆرەلەيدۇ.
# review: studio-all-undo
studio-all-undo = بۇ قەدەمنى باسالمىغانلىرى ئاستىدا تۇرىدۇ. ھەر بىرىنى ئۆز بېتىدە بەش مىنۇت ئىچىدە قايتۇرۇۋالغىلى بولىدۇ.

## Taking a step back

# review
studio-moved = زاكاز { $code }: { $done }. خېرىدار ھازىر كۆرەلەيدۇ.
# review
studio-undo = خاتا بېسىلدىمۇ؟ قايتۇرۇۋېلىش
# review
studio-undo-until = قايتۇرۇۋېلىش ۋاقتى چېكى: { $time }

## Lists of products

# review
studio-products-running-out = تۈگەي دېگەن
# review
studio-products-texts = تېكىستى تولۇق ئەمەس
# review: studio-products-drafts
studio-products-drafts = دەسلەپكى نۇسخىلار
# review: studio-products-texts-order
studio-products-texts-order = يېقىنقى 30 كۈندە ئەڭ كۆپ كۆرۈلگەنلىرى ئالدىدا تۇرىدۇ.
# review
studio-products-none = بۇ يەردە مەھسۇلات يوق.
# review: studio-products-find
studio-products-find = مەھسۇلات نامى ياكى ئۆز كودى
# review: studio-products-find-button
studio-products-find-button = ئىزدەش
# review
studio-product-left = قالغىنى: { $amount }
# review
studio-product-left-of = { $size }، قالغىنى: { $amount }
# review: studio-saved-draft
studio-saved-draft = ساقلاندى. مەھسۇلات ئېلان قىلىنغاندا خېرىدارلار كۆرەلەيدۇ.
# review: studio-stock-wrong-weighed
studio-stock-wrong-weighed = قانچىلىك بارلىقىنى كىرگۈزۈڭ، زاكازلارغا ئايرىلغىنىدىن ئاز بولمىسۇن. مىڭلىق سانلارنى پەشسىز يېزىڭ، مەسىلەن 1000.

## ۋاقتىنچە توختىتىلغان كوپىراتىپ

# review: studio-suspended
studio-suspended = مەركەز كوپىراتىپىڭىزنىڭ سېتىشىنى ۋاقتىنچە توختاتتى:
# review: studio-suspended-text
studio-suspended-text = مەھسۇلاتلىرىڭىز دۇكاندا ئەمەس. سىز ھەممىنى كۆرەلەيسىز، زاكاز قىلىنغانلارنى قاچىلاپ تاماملىيالايسىز، لېكىن ھېچنېمە ئېلان قىلالمايسىز. ھەل بولغاندا مەركەزدىن سوراڭ.
