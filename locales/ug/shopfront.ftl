## On the page

# review: shopfront-hours-title
shopfront-hours-title = قاچان كەلسىڭىز بولىدۇ
# review: shopfront-closed
shopfront-closed = يېپىق: { $from } – { $until }
# review: shopfront-closed-day
shopfront-closed-day = يېپىق: { $day }
# review: shopfront-season-title
shopfront-season-title = قاچان نېمە پىشىدۇ
# review: shopfront-people-title
shopfront-people-title = بىزنىڭ كىشىلىرىمىز
# review: shopfront-certificates-title
shopfront-certificates-title = گۇۋاھنامىلەر
# review: shopfront-certificate-number
shopfront-certificate-number = نومۇرى: { $number }
# review: shopfront-questions-title
shopfront-questions-title = سوئال ۋە جاۋابلار
# review: shopfront-contact-title
shopfront-contact-title = بىز بىلەن ئالاقىلىشىش
# review: shopfront-video
shopfront-video = سىننى كۆرۈش:
# review: shopfront-link
shopfront-link = تور بېتىمىز:
# review: shopfront-map
shopfront-map = خەرىتىدە كۆرۈش:
# review: shopfront-wechat
shopfront-wechat = ئۈندىدار
# review: shopfront-douyin
shopfront-douyin = دوۋيىن

## Kinds of parts

# review: shopfront-kind-cover
shopfront-kind-cover = مۇقاۋا
# review: shopfront-kind-story
shopfront-kind-story = ھېكايە
# review: shopfront-kind-picture
shopfront-kind-picture = رەسىم
# review: shopfront-kind-gallery
shopfront-kind-gallery = بىرقانچە رەسىم
# review: shopfront-kind-people
shopfront-kind-people = كىشىلەر
# review: shopfront-kind-products
shopfront-kind-products = مەھسۇلاتلار
# review: shopfront-kind-season
shopfront-kind-season = پەسىل كالېندارى
# review: shopfront-kind-notice
shopfront-kind-notice = ئۇقتۇرۇش
# review: shopfront-kind-hours
shopfront-kind-hours = ئېچىلىش ۋە يېپىلىش ۋاقتى
# review: shopfront-kind-video
shopfront-kind-video = سىن
# review: shopfront-kind-certificates
shopfront-kind-certificates = گۇۋاھنامىلەر
# review: shopfront-kind-questions
shopfront-kind-questions = سوئال-جاۋاب
# review: shopfront-kind-contact
shopfront-kind-contact = ئالاقە
# review: shopfront-hint-cover
shopfront-hint-cover = خېرىدار ئاۋۋال كۆرىدىغىنى: رەسىمىڭىز ۋە بىر جۈملە سۆز.
# review: shopfront-hint-story
shopfront-hint-story = كىم ئىكەنلىكىڭىز، باغلىرىڭىز قەيەردە، قانداق ئىشلەيدىغانلىقىڭىز. ھەر قۇر بىر ئابزاس بولىدۇ.
# review: shopfront-hint-picture
shopfront-hint-picture = بىر چوڭ رەسىم، ئاستىدا بىر جۈملە.
# review: shopfront-hint-gallery
shopfront-hint-gallery = سەككىزگىچە رەسىم يانمۇيان.
# review: shopfront-hint-people
shopfront-hint-people = ئىسمى ۋە رەسىمى. كۆرسىتىشتىن بۇرۇن ھەممىسىدىن سوراڭ.
# review: shopfront-hint-products
shopfront-hint-products = بىرنەچچىنى ياكى بىر تۈرنى تاللاڭ؛ تاللىمىسىڭىز ھەممىسى كۆرۈنىدۇ.
# review: shopfront-hint-season
shopfront-hint-season = ھېچنېمە يازمىسىڭىز مەھسۇلاتلىرىڭىزنىڭ پەسلى كۆرۈنىدۇ.
# review: shopfront-hint-notice
shopfront-hint-notice = بىر مەزگىللىك خەۋەر: باشلىنىش ۋە ئاخىرلىشىش كۈنىنى تاللىسىڭىز، ئۆزى يوقاپ كېتىدۇ.
# review: shopfront-hint-hours
shopfront-hint-hours = يېپىق كۈننى بوش قالدۇرۇڭ.
# review: shopfront-hint-video
shopfront-hint-video = سىنىڭىزنىڭ ئۇلانمىسى، مەسىلەن دوۋيىندىكى.
# review: shopfront-hint-certificates
shopfront-hint-certificates = ئورۇنلار بەرگەن گۇۋاھنامە، قەغىزىنىڭ رەسىمى بىلەن.
# review: shopfront-hint-questions
shopfront-hint-questions = خېرىدارلار كۆپ سورايدىغان سوئاللار.
# review: shopfront-hint-contact
shopfront-hint-contact = خېرىدار سىزنى يەنە قەيەردىن تاپىدۇ. تېلېفون نومۇرىڭىز مۇقاۋىدا بار.

## Fields

# review: shopfront-field-picture
shopfront-field-picture = رەسىم
# review: shopfront-field-title
shopfront-field-title = ماۋزۇ
# review: shopfront-field-text
shopfront-field-text = تېكىست
# review: shopfront-field-caption
shopfront-field-caption = بۇ نېمە
# review: shopfront-field-name
shopfront-field-name = ئىسمى
# review: shopfront-field-role
shopfront-field-role = نېمە ئىش قىلىدۇ
# review: shopfront-field-shelf
shopfront-field-shelf = تۈرى
# review: shopfront-field-product
shopfront-field-product = مەھسۇلات
# review: shopfront-field-ripe
shopfront-field-ripe = پىشىشقا باشلايدۇ
# review: shopfront-field-over
shopfront-field-over = ئاخىرلىشىدۇ
# review: shopfront-field-from
shopfront-field-from = باشلانغان كۈن
# review: shopfront-field-until
shopfront-field-until = ئاخىرقى كۈن
# review: shopfront-field-opens
shopfront-field-opens = ئېچىلىدۇ
# review: shopfront-field-closes
shopfront-field-closes = يېپىلىدۇ
# review: shopfront-field-reason
shopfront-field-reason = سەۋەبى
# review: shopfront-field-link
shopfront-field-link = ئۇلانما
# review: shopfront-field-number
shopfront-field-number = نومۇرى
# review: shopfront-field-question
shopfront-field-question = سوئال
# review: shopfront-field-answer
shopfront-field-answer = جاۋاب
# review: shopfront-field-map
shopfront-field-map = خەرىتە ئۇلانمىسى
# review: shopfront-item
shopfront-item = { $number }
# review: shopfront-closure
shopfront-closure = يېپىق كۈنلەر { $number }
# review: shopfront-picture-choose
shopfront-picture-choose = رەسىم تاللاش
# review: shopfront-picture-none
shopfront-picture-none = رەسىمسىز
# review: shopfront-picture-number
shopfront-picture-number = { $number } نومۇرلۇق رەسىم
# review: shopfront-picture-add
shopfront-picture-add = رەسىم قوشۇش
# review: shopfront-picture-next
shopfront-picture-next = ساقلاپ، رەسىم قوشۇش
# review: shopfront-picture-back
shopfront-picture-back = بۆلەككە قايتىش
# review: shopfront-picture-placed
shopfront-picture-placed = رەسىم كەلدى، ئۆز ئورنىدا تۇرىدۇ: { $place }.
# review: shopfront-picture-to-choose
shopfront-picture-to-choose = رەسىم كەلدى، تاللايدىغانلار ئىچىدە. بۇ بۆلەكتە تېخى كۆرسىتىلمىدى.
# review: shopfront-refused
shopfront-refused = بۇ يەردە كۆرسىتىلگەنلەر ساقلانمىدى، قالغانلىرى ساقلاندى. تۈزىتىپ قايتا ساقلاڭ.
# review: shopfront-nothing-chosen
shopfront-nothing-chosen = تاللانمىدى
# review: shopfront-choice-away
shopfront-choice-away = { $name } (ھازىر كۆرۈنمەيدۇ)
# review: shopfront-away
shopfront-away = ھازىر كۆرۈنمەيدىغان بىر نەرسە
# review: shopfront-missing-time
shopfront-missing-time = ئىككى ۋاقىتنىڭ پەقەت بىرى يېزىلغان: خېرىدار بۇ كۈننى يېپىق دەپ كۆرىدۇ.
# review: shopfront-missing-same-time
shopfront-missing-same-time = ئېچىلىش ۋە يېپىلىش ۋاقتى ئوخشاش، خېرىدارمۇ شۇنداق كۆرىدۇ. ئىككىسىنىڭ بىرىنى تۈزىتىڭ.
# review: shopfront-missing-name
shopfront-missing-name = ئىسمى بولمىسا، بۇ كىشى كۆرۈنمەيدۇ.
# review: shopfront-missing-season
shopfront-missing-season = نامى ۋە باشلانغان ئېيى بولمىسا، بۇ كۆرۈنمەيدۇ.
# review: shopfront-missing-pair
shopfront-missing-pair = سوئال پەقەت جاۋابى بىلەن بىرگە كۆرۈنىدۇ.
# review: shopfront-missing-caption
shopfront-missing-caption = نامى بولمىسا، بۇ كۆرۈنمەيدۇ.
# review: shopfront-missing-picture
shopfront-missing-picture = رەسىمى بولمىسا، بۇ كۆرۈنمەيدۇ.
# review: shopfront-missing-first-day
shopfront-missing-first-day = باشلانغان كۈنى بولمىسا، بۇ كۆرۈنمەيدۇ.
# review: shopfront-missing-backwards
shopfront-missing-backwards = ئاخىرقى كۈن باشلانغان كۈندىن بۇرۇن.
# review: shopfront-missing
shopfront-missing = خېرىدار بۇلارنىڭ يېرىمىنىلا كۆرىدۇ ياكى پۈتۈنلەي كۆرمەيدۇ:
# review: shopfront-missing-empty
shopfront-missing-empty = بۇ يەردە تېخى ھېچنېمە يوق: خېرىدار بۇ بۆلەكنى كۆرمەيدۇ.
# review: shopfront-missing-link
shopfront-missing-link = ئۇلانمىسى بولمىسا، سىن كۆرۈنمەيدۇ.
# review: shopfront-missing-address
shopfront-missing-address = خېرىدار پەقەت خەرىتە ئۇلانمىسىنىلا كۆرىدۇ. ئادرېسنىمۇ يېزىڭ: ھەممە تېلېفون خەرىتىنى ئاچالمايدۇ.
# review: shopfront-missing-way
shopfront-missing-way = بۇ ئۇلانما پەقەت ئۇ يەرنىڭ باش بېتىنىلا ئاچىدۇ. سىنىڭىزنىڭ ياكى ئورنىڭىزنىڭ ئۆز ئۇلانمىسىنى كۆچۈرۈڭ.
# review: shopfront-missing-over
shopfront-missing-over = بۇ كۈن ئۆتۈپ كەتتى: خېرىدار ئەمدى كۆرمەيدۇ.
# review: shopfront-missing-away
shopfront-missing-away = بۇ مەھسۇلات ھازىر سېتىلمايدۇ: خېرىدار ئۇنى بۇ يەردە كۆرمەيدۇ.
# review: shopfront-missing-shelf
shopfront-missing-shelf = سىزدە بۇ تۈردە سېتىلىۋاتقان مەھسۇلات يوق: خېرىدار بۇ بۆلەكنى كۆرمەيدۇ.
# review: shopfront-missing-goods
shopfront-missing-goods = سىزدە سېتىلىۋاتقان مەھسۇلات يوق: خېرىدار بۇ بۆلەكنى كۆرمەيدۇ.
# review: shopfront-missing-repeated
shopfront-missing-repeated = يۇقىرىدىكى بىر بۆلەك ھەممە مەھسۇلاتىڭىزنى كۆرسىتىپ بولغان، شۇڭا بۇ بۆلەك كۆرۈنمەيدۇ. بۇ يەردە بىرنەچچە مەھسۇلات ياكى بىر تۈرنى تاللاڭ.
# review: shopfront-too-long
shopfront-too-long = بەك ئۇزۇن بولۇپ كەتتى: ئەڭ كۆپ { $most } ھەرپ بولىدۇ، ھازىر { $length } ھەرپ. قىسقارتىڭ.

## The page in the studio

# review: shopfront-lead
shopfront-lead = بۇ سىزنىڭ بېتىڭىز. ئۆزگەرتمەكچى بولغىنىڭىزدا «تەھرىرلەش»نى بېسىڭ.
# review: shopfront-texts
shopfront-texts = بەتنىڭ باشقا تىللاردا تولۇقلىنىدىغان تېكىستلىرى
# review: shopfront-publish
shopfront-publish = خېرىدارلارغا كۆرسىتىش
# review: shopfront-published
shopfront-published = خېرىدارلار ھازىر بۇ بەتنى كۆرىدۇ.
# review: shopfront-changed
shopfront-changed = خېرىدارلار ئۆزگىرىشلەرنى تېخى كۆرمەيدۇ.
# review: shopfront-changes
shopfront-changes = خېرىدارغا نېمە ئۆزگىرىدۇ
# review: shopfront-unchanged
shopfront-unchanged = خېرىدارلار دەل مۇشۇ بەتنى كۆرىدۇ.
# review: shopfront-unsent
shopfront-unsent = بۇ تېلېفوندا سىز يازغان، تېخى ساقلانمىغان نەرسە بار. بۆلەكنى ئاچسىڭىز ساقلىنىدۇ:
# review: shopfront-overtaken
shopfront-overtaken = باشقا بىرى بەتنى ھازىرلا ئۆزگەرتتى. قايتا قاراپ، ئاندىن كۆرسىتىڭ.
# review: shopfront-moved
shopfront-moved = بۇ بۆلەكنىڭ ئورنى ئۆزگىرىپتۇ ياكى ئۇ ئېلىۋېتىلىپتۇ. تۆۋەندە بەتنىڭ ھازىرقى ھالىتى؛ يەنىلا كېرەك بولسا قايتا قىلىڭ.
# review: shopfront-suspended
shopfront-suspended = مەركەز كوپىراتىپىڭىزنى ۋاقتىنچە توختاتتى. بەتنى تەييارلاۋېرىڭ؛ قايتا ساتقاندا سېتىۋالغۇچىلارغا كۆرسىتەلەيسىز.
# review: shopfront-not-undone
shopfront-not-undone = بۇنى قايتۇرغىلى بولمايدۇ: باشقا بىرى شۇ يەرنى ئۆزگەرتكەن. ھېچنېمە ئۆزگەرمىدى.
# review: shopfront-edit
shopfront-edit = تەھرىرلەش
# review: shopfront-up
shopfront-up = يۇقىرىغا
# review: shopfront-down
shopfront-down = تۆۋەنگە
# review: shopfront-hide
shopfront-hide = يوشۇرۇش
# review: shopfront-show
shopfront-show = كۆرسىتىش
# review: shopfront-remove
shopfront-remove = ئېلىۋېتىش
# review: shopfront-add-below
shopfront-add-below = ئاستىغا قوشۇش
# review: shopfront-do
shopfront-do = { $do }: { $part }
# review: shopfront-hidden
shopfront-hidden = خېرىدارغا كۆرۈنمەيدۇ
# review: shopfront-empty
shopfront-empty = بۇ يەردە تېخى ھېچنېمە كۆرۈنمەيدۇ.
# review: shopfront-goods-last
shopfront-goods-last = ھېچقايسى بۆلەككە كىرمىگەن مەھسۇلاتلار ئاخىرىدا ئۆزى كۆرۈنىدۇ.
# review: shopfront-order
shopfront-order = بۆلەكلەرنىڭ تەرتىپى
# review: shopfront-order-hint
shopfront-order-hint = بۆلەكنىڭ چېكىتلىرىنى بېسىپ تۇرۇپ يېڭى ئورنىغا سۆرەڭ. بۆلەكتىكى «يۇقىرىغا» ۋە «تۆۋەنگە» كۇنۇپكىلىرىمۇ شۇنداق قىلىدۇ.
# review: shopfront-order-place
shopfront-order-place = { $all } بۆلەكنىڭ { $place }-ئورنى
# review: shopfront-order-offline
shopfront-order-offline = تور يوق. بۆلەك بۇرۇنقى ئورنىغا قايتتى، تور كەلگەندە قايتا يۆتكەڭ.
# review: shopfront-order-busy
shopfront-order-busy = دۇكان ھازىر بەك ئالدىراش. بۆلەك بۇرۇنقى ئورنىغا قايتتى، بىردەمدىن كېيىن قايتا يۆتكەڭ.
# review: shopfront-order-broken
shopfront-order-broken = بۇ بەت كونىراپ قالغان، شۇڭا بۆلەك بۇرۇنقى ئورنىغا قايتتى.
# review: shopfront-order-again
shopfront-order-again = بەتنىڭ ھازىرقى ھالىتىنى كۆرۈش
# review: shopfront-rebuilt
shopfront-rebuilt = دەسلەپكى نۇسخىڭىزنى ئوقۇغىلى بولمىدى. ئاستىدا خېرىدارلار كۆرىدىغان بەت تۇرىدۇ، شۇنىڭدىن داۋاملاشتۇرۇڭ. بۇرۇن يازغىنىڭىز يەنىلا ساقلاقلىق: كېرەك بولسا مەركەزگە ئېيتىڭ.
# review: shopfront-add-title
shopfront-add-title = بۆلەك قوشۇش
# review: shopfront-add
shopfront-add = قوشۇش
# review: shopfront-added
shopfront-added = بۆلەك قوشۇلدى. ئەمدى يېزىڭ.
# review: shopfront-done
shopfront-done = بولدى.
# review: shopfront-removed
shopfront-removed = ئېلىۋېتىلدى. «ئاخىرقى ئۆزگىرىشنى قايتۇرۇۋېلىش» قايتا ئەكېلىدۇ.
# review: shopfront-undo
shopfront-undo = ئاخىرقى ئۆزگىرىشنى قايتۇرۇۋېلىش
# review: shopfront-undo-earlier
shopfront-undo-earlier = بۇرۇنقى ئۆزگىرىشىمنى قايتۇرۇۋېلىش
# review: shopfront-undo-overwritten
shopfront-undo-overwritten = ئاخىرقى ئۆزگىرىشىڭىزنى («{ $step }») ئەمدى قايتۇرغىلى بولمايدۇ: كېيىن باشقا بىرى شۇ يەرنى ئۆزگەرتكەن.
# review: shopfront-undo-nothing
shopfront-undo-nothing = سىزنىڭ قايتۇرىدىغان باشقا ئۆزگىرىشىڭىز يوق.
# review: shopfront-undone
shopfront-undone = قايتۇرۇۋېلىندى.
# review: shopfront-theme-title
shopfront-theme-title = رەڭ
# review: shopfront-theme-turquoise
shopfront-theme-turquoise = پىرۇزە
# review: shopfront-theme-apricot
shopfront-theme-apricot = ئۆرۈك
# review: shopfront-theme-pomegranate
shopfront-theme-pomegranate = ئانار
# review: shopfront-theme-leaf
shopfront-theme-leaf = يوپۇرماق
# review: shopfront-theme-plum
shopfront-theme-plum = قارا ئۆرۈك
# review: shopfront-block-back
shopfront-block-back = بەتكە قايتىش
# review: shopfront-block-preview
shopfront-block-preview = خېرىدارلار مۇنداق كۆرىدۇ
# review: shopfront-saved
shopfront-saved = ساقلاندى. بەتنى كۆرسەتكەندە خېرىدارلار كۆرىدۇ.
# review: shopfront-saved-rest
shopfront-saved-rest = باشقا خانىلەر ساقلاندى.
# review: shopfront-conflict
shopfront-conflict = بۇنى باشقا بىرىمۇ ئۆزگەرتتى. يازغىنىڭىز مۇشۇ يەردە تۇرىدۇ.
# review: shopfront-conflict-again
shopfront-conflict-again = شۇ خانىدە قايسىسى قالىدىغانلىقىنى تاللاپ، قايتا ساقلاڭ.
# review: shopfront-keep-mine
shopfront-keep-mine = مېنىڭكى قالسۇن
# review: shopfront-take-theirs
shopfront-take-theirs = ئۇنىڭكى قالسۇن
# review: shopfront-cleaned-markup
shopfront-cleaned-markup = «{ $field }»: باشقا بەتنىڭ بەلگىلىرى ئېلىۋېتىلدى، سۆزلەر تولۇق.
# review: shopfront-cleaned-words
shopfront-cleaned-words = «{ $field }»: بەزى ھەرپلەر ئۇيغۇرچە يېزىلدى: { $words }
# review: shopfront-cleaned-link
shopfront-cleaned-link = «{ $field }»غا چاپلىغىنىڭىزدىن پەقەت ئۇلانما قالدۇرۇلدى: { $link }
# review: shopfront-cleaned-secure
shopfront-cleaned-secure = «{ $field }» دىكى ئۇلانما ئەمدى https:// بىلەن باشلىنىدۇ: { $link }
# review: shopfront-auto-sending
shopfront-auto-sending = ساقلىنىۋاتىدۇ…
# review: shopfront-auto-saved
shopfront-auto-saved = ساقلاندى
# review: shopfront-auto-offline
shopfront-auto-offline = تور يوق. يازغىنىڭىز مۇشۇ تېلېفوندا، تور كەلگەندە ساقلىنىدۇ.
# review: shopfront-auto-busy
shopfront-auto-busy = دۇكان ھازىر بەك ئالدىراش. يازغىنىڭىز مۇشۇ تېلېفوندا، بىردەمدىن كېيىن ساقلىنىدۇ.
# review: shopfront-auto-over
shopfront-auto-over = بۇ يەردىن ساقلىغىلى بولمايدۇ: ھېساباتتىن چىقىپ كەتكەنسىز، ياكى باشقا بىرى بۇ بۆلەكنى ئېلىۋەتكەن. يازغىنىڭىز مۇشۇ تېلېفوندا.
# review: shopfront-auto-reopen
shopfront-auto-reopen = بۇ بۆلەكنى قايتا ئېچىش
# review: shopfront-auto-by-form
shopfront-auto-by-form = ھازىر ئۆزى ساقلانمايدۇ. «ساقلاش»نى بېسىڭ.
# review: shopfront-auto-restored
shopfront-auto-restored = بۇرۇن يازغىنىڭىز قايتىپ كەلدى، ساقلىنىۋاتىدۇ.

## History

# review: shopfront-history
shopfront-history = تارىخى
# review: shopfront-history-published
shopfront-history-published = خېرىدارلارغا كۆرسىتىلگەن
# review: shopfront-history-none
shopfront-history-none = تېخى يوق. ھازىرچە خېرىدارلار بىر جۈملە ۋە ھېكايىڭىزدىن تۈزۈلگەن بەتنى كۆرىدۇ.
# review: shopfront-history-edits
shopfront-history-edits = نېمە ئۆزگەرتىلدى
# review: shopfront-history-centre
shopfront-history-centre = مەركەز، سىز ئۈچۈن
# review: shopfront-history-undone
shopfront-history-undone = قايتۇرۇۋېلىنغان
# review: shopfront-history-undo
shopfront-history-undo = قايتۇرۇۋېلىش
# review: shopfront-history-compare
shopfront-history-compare = كۆرۈش ۋە سېلىشتۇرۇش
# review: shopfront-revision-title
shopfront-revision-title = كۆرسىتىلگەن بەت: { $time }
# review: shopfront-restore
shopfront-restore = بۇ بەتنى قايتۇرۇش
# review: shopfront-restore-hint
shopfront-restore-hint = دەسلەپكى نۇسخىڭىز مۇشۇ بەتكە ئايلىنىدۇ. كۆرسەتسىڭىز خېرىدارلار كۆرىدۇ، قايتۇرۇۋالسىڭىزمۇ بولىدۇ.
# review: shopfront-restored
shopfront-restored = بەت قايتتى. قاراپ بېقىپ، ئاندىن خېرىدارلارغا كۆرسىتىڭ.
# review: shopfront-same
shopfront-same = ھازىرقى بېتىڭىز بىلەن ئوخشاش.
# review: shopfront-revision-unreadable
shopfront-revision-unreadable = بۇ بەتنى بۇ يەردە ئوقۇغىلى بولمىدى، شۇڭا ئۇنى كۆرسىتىش ياكى قايتۇرۇش مۇمكىن ئەمەس. دەسلەپكى نۇسخىڭىز ۋە خېرىدارلار كۆرىدىغان بەت ئۆزگەرمىدى. كېرەك بولسا مەركەزگە ئېيتىڭ.
# review: shopfront-then
shopfront-then = ئۇ چاغدا
# review: shopfront-now
shopfront-now = ھازىر
# review: shopfront-nothing
shopfront-nothing = (يوق)
# review: shopfront-step-write
shopfront-step-write = يېزىلدى: { $part }
# review: shopfront-step-add
shopfront-step-add = يېڭى: { $part }
# review: shopfront-step-remove
shopfront-step-remove = ئېلىۋېتىلدى: { $part }
# review: shopfront-step-move
shopfront-step-move = تەرتىپى ئۆزگەردى
# review: shopfront-step-moved
shopfront-step-moved = يۆتكەلدى: { $part }
# review: shopfront-step-hide
shopfront-step-hide = يوشۇرۇلدى: { $part }
# review: shopfront-step-show
shopfront-step-show = كۆرسىتىلدى: { $part }
# review: shopfront-step-theme
shopfront-step-theme = رەڭگى ئۆزگەردى
# review: shopfront-step-replace
shopfront-step-replace = كونا بەت قايتۇرۇلدى
# review: shopfront-step-undo
shopfront-step-undo = قايتۇرۇۋېلىندى: { $step }
# review: shopfront-part-gone
shopfront-part-gone = يوق بولغان بۆلەك

## Sharing

# review: shopfront-share
shopfront-share = ھەمبەھىرلەش
# review: shopfront-share-lead
shopfront-share-lead = بۇ ئۇلانمىنى ئەۋەتىڭ ياكى كودنى بېسىپ چىقىرىڭ: كىم سكاننېرلىسا بېتىڭىزگە كېلىدۇ.
# review: shopfront-share-link
shopfront-share-link = بېتىڭىزنىڭ ئۇلانمىسى

## Photos in pieces, and cropped

# review: shopfront-picture-where
shopfront-picture-where = رەسىم قەيەرگە قويۇلىدۇ
# review: shopfront-picture-where-hint
shopfront-picture-where-hint = ئۇ يەردىكىسىنىڭ ئورنىنى ئالىدۇ؛ بەتتە قايتۇرۇۋالالايسىز.
# review: shopfront-picture-nowhere
shopfront-picture-nowhere = ھازىرچە ھېچ يەرگە، پەقەت تاللاش ئۈچۈن
# review: shopfront-picture-crop
shopfront-picture-crop = ساقلاپ، رەسىم كېسىش
# review: shopfront-picture-crop-named
shopfront-picture-crop-named = ساقلاپ كېسىش: { $name }
