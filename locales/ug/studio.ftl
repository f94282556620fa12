### review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا. (No native speaker has read this file yet.)

studio-title = كوپىراتىپىم
studio-nav = خىزمەت رايونى
studio-nav-home = ئومۇمىي ئەھۋال
studio-nav-orders = زاكازلار
studio-nav-shop = دۇكان بېتى
studio-see-shop = دۇكاندا كۆرۈش
studio-stat-waiting = قوبۇل قىلىدىغان زاكاز
studio-stat-products = مەھسۇلات
studio-stat-translations = تېكىستى تولۇق ئەمەس مەھسۇلات

## Orders

studio-orders-title = زاكازلار
studio-orders-newest = يېڭى زاكازلار
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
studio-order-not-collected = ئېلىپ كېتىلمىدى
studio-order-refuse = خېرىدار تاپشۇرۇۋالمىدى
studio-order-restock = قايتىپ كەلدى، ياخشى: قايتا سېتىلسۇن
studio-order-write-off = قايتىپ كەلدى، لېكىن بۇزۇلغان
studio-order-lose = يولدا يوقاپ كەتتى
studio-order-problem = چاتاق چىقتى
studio-order-carrier = توشۇغۇچى
studio-order-tracking = يوللانما نومۇرى
studio-order-reason = سەۋەبى
studio-order-reason-note = ئۆز سۆزىڭىز بىلەن
studio-order-reason-hint = خېرىدار بۇنى كۆرىدۇ.
studio-order-payment = پۇل تۆلەش
studio-order-awaits-transfer = خېرىدار پۇلنى بانكىدىن يۆتكەيدۇ، پۇل تېخى كەلمىدى. كەلگەندىن كېيىن قوبۇل قىلالايسىز، ئۇنىڭغىچە قىلىدىغان ئىش يوق.
studio-order-awaits-cash = خېرىدار نۇقتىدا پۇل تۆلىگەندىن كېيىن تاپشۇرۇلىدۇ.
studio-order-cancel = زاكازنى بىكار قىلىش
studio-order-cancel-text = بۇ زاكازنى بىكار قىلامسىز؟ ماللار قايتا سېتىلىدۇ، خېرىدار بۇنى دەرھال كۆرىدۇ.
studio-order-cancel-confirm = ھەئە، بىكار قىلىنسۇن
studio-order-moved = خاتىرىلەندى. خېرىدار ھازىر كۆرەلەيدۇ.
studio-status-placed = يېڭى
studio-status-accepted = قوبۇل قىلىنغان
studio-status-completed = تاماملانغان
studio-status-canceled = بىكار قىلىنغان
studio-status-expired = ۋاقتى ئۆتكەن

## Products

studio-products-title = مەھسۇلاتلار
studio-product-from = { $price } دىن باشلاپ
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
studio-story = ھېكايىڭىز
studio-story-hint = كىم ئىكەنلىكىڭىز، باغلىرىڭىز قەيەردە، قانداق ئىشلەيدىغانلىقىڭىز. بوش قۇردىن كېيىن يېڭى ئابزاس باشلىنىدۇ.
# review
studio-link = تور بېتىڭىز
studio-link-hint = ئۆز تور بېتىڭىز ياكى قانىلىڭىز، مەسىلەن badam.example. دۇكان بېتىڭىزدىن شۇ يەرگە ئۆتكىلى بولىدۇ.
studio-name = نامى
studio-description = چۈشەندۈرۈشى
studio-field-in = { $field } ({ $language })
studio-state-source = ئەسلى تېكىست
studio-state-human = تەرجىمە قىلىنغان
studio-state-machine = ماشىنا تەرجىمىسى
studio-state-outdated = كونىرىغان
# review
studio-still-right = بۇ تېكىست يەنىلا توغرا
studio-state-missing = كەم
studio-conflict = سىز يېزىۋاتقاندا باشقا بىرەيلەن بۇ بەتنى ساقلىدى. سىزنىڭكى تېخى ساقلانمىدى، يازغانلىرىڭىز مۇشۇ يەردە. سېلىشتۇرۇپ كۆرۈپ، ئۆزىڭىزنىڭكىنى قالدۇرماقچى بولسىڭىز قايتا ساقلاڭ.
studio-conflict-saved = ھازىر ساقلانغىنى

## Prices and stock

studio-offers-title = چوڭ-كىچىكلىكى، باھاسى ۋە ئامبار سانى
studio-product-title = تەھرىرلەش: { $product }
studio-price = باھاسى (يۈەن)
studio-price-hint = { $amount } ئۈچۈن
studio-stock = ئامبار سانى ({ $unit })
studio-stock-hint = بۇنىڭ ئىچىدە زاكازلارغا ئايرىلغىنى: { $reserved }
studio-stock-wrong = پۈتۈن سان كىرگۈزۈڭ، زاكازلارغا ئايرىلغىنىدىن ئاز بولمىسۇن.
