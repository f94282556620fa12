### review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا. (No native speaker has read this file yet.)

centre-outbox-title = ئەۋەتىلىدىغان ئۇچۇرلار
centre-outbox-empty = تېخى ئۇچۇر يوق.
centre-outbox-when = ۋاقتى
centre-outbox-topic = تۈرى
centre-outbox-to = كىمگە
centre-outbox-message = ئۇچۇر

centre-nav = مەركەز بەتلىرى
centre-nav-messages = ئۇچۇرلار
centre-nav-settings = تەڭشەك
# review: centre-nav-to-do
centre-nav-to-do = { $count } ئىش كۈتۈۋاتىدۇ

# review: centre-outbox-lead
centre-outbox-lead = دۇكان خېرىدار، كوپىراتىپ ۋە ئەزالارغا يوللىغان ئۇچۇرلار. يوللانمىغانلىرى سىز بىر تەرەپ قىلغۇچە مۇشۇ يەردە تۇرىدۇ.
# review: centre-outbox-by-hand
centre-outbox-by-hand = ئۇچۇر مۇلازىمىتى ئۇلانمىدى: بۇ ئۇچۇرلارنى ئۆزىڭىز يەتكۈزۈپ قويۇڭ.
centre-outbox-states = ئۇچۇر تىزىملىكى
# review: centre-outbox-code-hidden
centre-outbox-code-hidden = تەستىق كودى. كۆرسىتىلمەيدۇ.
centre-outbox-code-show = كودنى كۆرسىتىش
# review: centre-outbox-code-shown
centre-outbox-code-shown = كود: { $code }. سىزنىڭ كۆرگەنلىكىڭىز خاتىرىلەندى.
# review: centre-outbox-gone
centre-outbox-gone = مەزمۇنى ئۆچۈرۈلگەن.
centre-outbox-again = قايتا سىناش
# review: centre-outbox-again-done
centre-outbox-again-done = ئۇچۇر قايتا يوللىنىدۇ.
centre-outbox-give-up = ۋاز كېچىش
# review: centre-outbox-give-up-done
centre-outbox-give-up-done = ئۇچۇر ئەمدى يوللانمايدۇ.
# review: centre-outbox-attempts
centre-outbox-attempts = سىناش قېتىمى: { $count }
# review: centre-outbox-next
centre-outbox-next = كېيىنكىسى: { $date }
# review: centre-outbox-answer
centre-outbox-answer = ئاخىرقى جاۋاب: { $reason }

centre-state-waiting = كۈتۈۋاتىدۇ
centre-state-dead = يوللانمىدى
# review: centre-state-suppressed
centre-state-suppressed = توختىتىلغان
centre-state-given-up = ۋاز كېچىلگەن
centre-state-lapsed = ۋاقتى ئۆتكەن
centre-state-sent = يوللاندى

# review: centre-over-number
centre-over-number = بۇنداق نومۇرلارغا ئۇچۇر يوللانمايدۇ.
# review: centre-over-receiver
centre-over-receiver = بۈگۈن بۇ نومۇرغا بەك كۆپ ئۇچۇر يوللاندى.
# review: centre-over-network
centre-over-network = بۈگۈن بىر توردىن بەك كۆپ ئۇچۇر كەلدى.
# review: centre-over-country
centre-over-country = بۈگۈن بۇ دۆلەتكە بەك كۆپ ئۇچۇر يوللاندى.
# review: centre-over-all
centre-over-all = بۈگۈن ئۇچۇر بەك كۆپ بولدى.

centre-kind-placed = زاكاز تاپشۇرۇلدى
centre-kind-accepted = قوبۇل قىلىندى
centre-kind-paid = پۇل كەلدى
centre-kind-canceled = بىكار قىلىندى
# review: centre-kind-reduced
centre-kind-reduced = كەم ئەۋەتىلدى
# review: centre-kind-replaced
centre-kind-replaced = باشقىسى ئەۋەتىلىدۇ
# review: centre-kind-declined
centre-kind-declined = ئورنىغا كېلىدىغىنى رەت قىلىندى
# review: centre-kind-question
centre-kind-question = خېرىدارنىڭ سوئالى
# review: centre-kind-answer
centre-kind-answer = خېرىدارغا جاۋاب
centre-kind-sent = يولغا سېلىندى
centre-kind-ready = ئېلىپ كېتىشكە تەييار
centre-kind-reminder = ئەسكەرتىش
# review: centre-kind-how-was-it
centre-kind-how-was-it = باھالاشقا تەكلىپ
centre-kind-expired = ۋاقتىدا تۆلەنمىدى
centre-kind-refund = پۇل قايتۇرۇلدى
# review: centre-kind-new-order
centre-kind-new-order = يېڭى زاكاز، كوپىراتىپقا
# review: centre-kind-order-lost
centre-kind-order-lost = بىكار قىلىندى، كوپىراتىپقا
# review: centre-kind-suspended
centre-kind-suspended = توختىتىلدى، كوپىراتىپقا
# review: centre-kind-admitted
centre-kind-admitted = قايتا ساتىدۇ، كوپىراتىپقا
# review: centre-kind-sent-back
centre-kind-sent-back = مەھسۇلات قايتۇرۇلدى، كوپىراتىپقا
# review: centre-kind-application-admitted
centre-kind-application-admitted = ئىلتىماس قوبۇل قىلىندى، كوپىراتىپقا
# review: centre-kind-application-refused
centre-kind-application-refused = ئىلتىماس رەت قىلىندى، ئىلتىماس قىلغۇچىغا
centre-kind-code = تەستىق كودى
# review: centre-kind-back-in-stock
centre-kind-back-in-stock = مال قايتا كەلدى، كۈتكۈچىگە
# review: centre-kind-passkey
centre-kind-passkey = بارماق ئىزى ياكى چىراي تەڭشەلدى
# review: centre-kind-product-answer
centre-kind-product-answer = مەھسۇلات سوئالىغا جاۋاب بېرىلدى
# review: centre-kind-written
centre-kind-written = كونا نەشرىنىڭ ئۇچۇرى
# review: centre-typed
centre-typed = سىز يازغىنىڭىز

centre-settings-title = دۇكان تەڭشىكى
# review: centre-settings-lead
centre-settings-lead = ئۆزگەرتىش دەرھال كۆرۈنىدۇ. ھەر بىر ئۆزگەرتىش بەتنىڭ ئاخىرىدا تۇرىدۇ، قايتۇرۇۋالغىلى بولىدۇ.
centre-settings-saved = ساقلاندى.
# review: centre-settings-undone
centre-settings-undone = ئۆزگەرتىش قايتۇرۇۋېلىندى.
# review: centre-settings-conflict
centre-settings-conflict = بۇ ئارىلىقتا باشقا بىرى ئۆزگەرتتى، ھېچنېمە ساقلانمىدى. يازغانلىرىڭىز مۇشۇ يەردە: ئاستىدىكى خاتىرىگە قاراپ، قايتا ساقلاڭ.
centre-settings-bank = بانكا ھېساباتى
# review: centre-settings-bank-text
centre-settings-bank-text = خېرىدارلار پۇلنى مۇشۇ ھېساباتقا يۆتكەيدۇ. بانكىدىكى بىلەن ئوخشاش يېزىڭ. پۇل يۆتكەشنى توختىتىش ئۈچۈن ئۈچىلىسىنى بوش قويۇڭ.
# review: centre-settings-bank-missing
centre-settings-bank-missing = ھېسابات كىرگۈزۈلمىدى: بانكا ئارقىلىق يۆتكەش ۋە ئادرېسقا يەتكۈزۈش يوق، نۇقتىدىن ئېلىپ كېتىش بار.
centre-settings-centre = ئىسمى ۋە تېلېفونى
centre-settings-name = مەركەز ئىسمى
centre-settings-phones = تېلېفون نومۇرلىرى
# review: centre-settings-phones-hint
centre-settings-phones-hint = ھەر قۇرغا بىردىن؛ ياردەم بېتىدە كۆرسىتىلىدۇ.
centre-settings-freight = توشۇش ھەققى
# review: centre-settings-freight-text
centre-settings-freight-text = باشتىكى ئېغىرلىق بىر قېتىم، ئاندىن ھەر بىر قوشۇمچە ئېغىرلىق ھېسابلىنىدۇ. ھېسابلىشىۋاتقانلارنىڭ ماقۇللۇقى سورىلىدۇ.
centre-settings-first-grams = باشلىنىش ئېغىرلىقى (گرام)
centre-settings-first-price = باھاسى
centre-settings-step-grams = قوشۇمچە ئېغىرلىق (گرام)
centre-settings-step-price = ھەر بىرىنىڭ باھاسى
# review: centre-settings-grams-wrong
centre-settings-grams-wrong = 1 دىن 1000000 غىچە پۈتۈن سان (گرام).
# review: centre-settings-account-wrong
centre-settings-account-wrong = ھېسابات نومۇرى ئەڭ ئاز ئالتە رەقەم بولىدۇ: بانكىدا يېزىلغاندەك يېزىڭ.
centre-region-xinjiang = شىنجاڭ
centre-region-northwest = غەربىي شىمال
centre-region-mainland = باشقا ئۆلكىلەر
centre-region-remote = شىزاڭ، شياڭگاڭ، ئاۋمېن، تەيۋەن
# review: centre-settings-notices
centre-settings-notices = دۇكاندىكى ئۇقتۇرۇشلار
# review: centre-settings-notices-text
centre-settings-notices-text = باشتىكى كۈندىن ئاخىرقى كۈنگىچە باش بەت ۋە ھېسابلىشىش بېتىدە كۆرسىتىلىدۇ. بىر تىل بولمىسا باشقا تىلدىكىسى كۆرسىتىلىدۇ.
# review: centre-settings-notice
centre-settings-notice = ئۇقتۇرۇش { $number }
centre-settings-text-field = مەزمۇنى
centre-settings-from = باشلىنىدىغان كۈن
centre-settings-until = ئاخىرقى كۈن
# review: centre-settings-day-wrong
centre-settings-day-wrong = كۈننى مۇنداق يېزىڭ: ⁦2026⁠-⁠12⁠-⁠31⁩. ئاخىرقى كۈن باشلانغان كۈندىن بۇرۇن بولمىسۇن.
centre-settings-closed = بايراملار ۋە دەم ئېلىش كۈنلىرى
# review: centre-settings-closed-text
centre-settings-closed-text = بايرامنىڭ ئىسمى، باشلىنىدىغان ۋە ئاخىرلىشىدىغان كۈنى، يىلمۇ يىل. نۇقتىلار ۋە ياردەم بەتلىرىدە كۆرۈنىدۇ؛ ۋەدە قىلىنغان كۈن شۇنچىلىك ئۇزىرايدۇ.
# review: centre-settings-closed-run
centre-settings-closed-run = دەم ئېلىش { $number }
# review: centre-settings-closed-too-long
centre-settings-closed-too-long = ئۇدا دەم ئېلىشقا بولىدىغان ئەڭ كۆپ كۈن سانى: { $days }. يىلىنى تەكشۈرۈڭ؛ راستتىنلا ئۇنىڭدىن ئۇزۇن بولسا، قالغىنىنى يەنە بىر دەم ئېلىش قىلىپ يېزىڭ.
# review: centre-settings-closed-name
centre-settings-closed-name = بايرامغا ئاز دېگەندە بىر تىلدا ئىسىم يېزىڭ: خېرىدارلار ئۇنى كۈننىڭ يېنىدا ئوقۇيدۇ.
centre-settings-reason = سەۋەبى
centre-settings-history = ئۆزگەرتىشلەر
centre-settings-history-empty = تېخى ئۆزگەرتىش يوق.
centre-settings-who = كىم
centre-settings-what = نېمە
centre-settings-before = ئىلگىرى
# review: centre-settings-after
centre-settings-after = كېيىن
centre-settings-undo = قايتۇرۇۋېلىش
centre-settings-was-undo = قايتۇرۇۋېلىنغان
centre-settings-nothing = يوق
centre-settings-field-in = { $field }، { $language }
## Money

centre-nav-money = پۇل
centre-nav-desk = نۇقتا پەشتىخى
centre-money-title = پۇل
centre-money-done = خاتىرىلەندى.
centre-money-search = ئىزاھ كودى، زاكاز كودى ياكى سومما
centre-money-found = تېپىلغانلار
# review: centre-money-none
centre-money-none = «{ $query }» بويىچە ھېچنېمە تېپىلمىدى. ئىزاھ كودى ياكى زاكاز كودىنى تولۇق، ياكى تېخى تۆلەنمىگەن سوممىنى ئېنىق يېزىڭ.
# review: centre-money-all
centre-money-all = ھەممىسىنى كۆرۈش
centre-money-awaited = كەلمىگەن پۇللار
centre-money-refunds = قايتۇرۇلىدىغان پۇللار
centre-money-overpaid = ئارتۇق كەلگەن پۇللار
centre-money-unassigned = نېمىنىڭ پۇلى ئېنىق ئەمەس
centre-money-entries = خاتىرىلەر
centre-money-empty = بۇ يەردە كۈتۈۋاتقىنى يوق.
centre-money-order = زاكاز كودى ياكى ئىزاھ كودى
centre-money-amount = سومما (يۈەن)
centre-money-bank-reference = بانكا نومۇرى ياكى ئىزاھى
# review: centre-money-receipt
centre-money-receipt = تالون نومۇرى ياكى بانكا ئىزاھى
# review: centre-money-cash
centre-money-cash = نەق پۇل تۆلەنگەن: پۇلنى نەق بېرىش ياكى ھېساباتقا يۆتكەشنى خېرىدار بىلەن كېلىشىۋېلىڭ.
# review: centre-money-much
centre-money-much = بۇ پۇل ئادەتتىكىدىن بەك كۆپ. ئادەتتە ئەڭ كۆپ: { $most }. سوممىنى قايتا كۆرۈڭ؛ توغرا بولسا، كۇنۇپكىنى يەنە بىر قېتىم بېسىڭ.
centre-money-receive = پۇل كەلدى
centre-money-unknown = زاكازى ئېنىق بولمىغان پۇلنى خاتىرىلەش
centre-money-assign = بۇ زاكازنىڭ پۇلى
centre-money-refund = قايتۇرۇلدى
centre-money-give-back = ئارتۇقىنى قايتۇرۇش
centre-money-write-off = قالغىنىنى كەچۈرۈم قىلىش
centre-money-undo = قايتۇرۇۋېلىش
centre-money-kind-received = كەلدى
centre-money-kind-to-give-back = قايتۇرۇلىدىغان
centre-money-kind-given-back = قايتۇرۇلدى
centre-money-kind-written-off = كەچۈرۈم قىلىندى
centre-money-kind-due = تۆلەشكە تېگىشلىك
centre-money-is-counter = باشقا خاتىرىنى بىكار قىلىدۇ
centre-money-by = كىم
centre-money-statement = بانكا ھېسابات ۋارىقى
centre-money-statement-text = بانكا بەرگەن ھېسابات ۋارىقىنى چاپلاڭ: ھەر بىر تۆلەش بىر قۇر. سىز كۆرۈپ جەزملىگۈچە ھېچنېمە خاتىرىلەنمەيدۇ.
centre-money-statement-field = ھېسابات ۋارىقى
centre-money-statement-look = كۆرۈش
centre-money-statement-book = بۇ قۇرلارنى خاتىرىلەش
centre-money-statement-none = كەلگەن پۇل بار قۇر تېپىلمىدى.
# review: centre-money-statement-other
centre-money-statement-other = بۇ سىز كۆرگەن تېكىست ئەمەس. ھېچنېمە خاتىرىلەنمىدى. تۆۋەندىكى قۇرلارنى كۆرۈپ، ئاندىن جەزملەڭ.
centre-money-line = قۇر
centre-money-line-for = نېمىگە
centre-money-line-unknown = زاكازى يوق: ئېنىق بولغۇچە ساقلىنىدۇ
centre-money-line-booked = بۇرۇن خاتىرىلەنگەن
# review: centre-money-line-unread
centre-money-line-unread = پۇل سوممىسى تېپىلمىدى. بۇ قۇر خاتىرىلەنمەيدۇ.
# review: centre-money-line-not-in
centre-money-line-not-in = بۇ قۇردا كەلگەن پۇل يوق، خاتىرىلەنمەيدۇ.
# review: centre-money-line-beyond
centre-money-line-beyond = بىر قېتىمدا قۇر بەك كۆپ: بۇ قۇر خاتىرىلەنمەيدۇ. باشقىلىرى خاتىرىلەنگەندىن كېيىن قايتا چاپلاڭ.
centre-money-line-exact = تولۇق تۆلەيدۇ
centre-money-line-part = بىر قىسمىنى تۆلەيدۇ
centre-money-line-excess = تۆلەشكە تېگىشلىكتىن كۆپ

## كىم نېمە قىلدى

centre-nav-audit = خاتىرە
centre-audit-title = كىم نېمە قىلدى
# review: centre-audit-lead
centre-audit-lead = ئەزالار، مەركەز ۋە مۇلازىمېتىر باشقۇرغۇچىسى ئۆزگەرتكەن ئىشلار. بۇ خاتىرىگە پەقەت قوشۇلىدۇ، ھېچنېمە ئۆزگەرتىلمەيدۇ ۋە ئۆچۈرۈلمەيدۇ.
centre-audit-narrow = خاتىرىدىن ئىزدەش
centre-audit-who = كىم
# review: centre-audit-who-hint
centre-audit-who-hint = تېلېفون نومۇرى ياكى ئىسىمنىڭ بىر قىسمى
centre-audit-what = نېمە
centre-audit-object = نېمىگە
centre-audit-when = ۋاقتى
centre-audit-cooperative = كوپىراتىپ
centre-audit-day = كۈن
centre-audit-show = كۆرسىتىش
centre-audit-all = ھەممىسى
centre-audit-empty = ھېچنېمە تېپىلمىدى.
centre-audit-newest = ئەڭ يېڭىلىرىغا قايتىش
# review: centre-audit-for-cooperative
centre-audit-for-cooperative = مەركەزدىن، كوپىراتىپ نامىدىن
# review: centre-audit-operator
centre-audit-operator = مۇلازىمېتىر باشقۇرغۇچىسى
centre-audit-buyer = خېرىدار
# review: centre-audit-applicant
centre-audit-applicant = كىرىش ئىلتىماسى قىلغۇچى
# review: centre-audit-gone
centre-audit-gone = بۇرۇنقى ئەزا { $number }
centre-audit-area-people = ئەزالار
centre-audit-area-cooperatives = كوپىراتىپلار
centre-audit-area-money = پۇل
centre-audit-area-orders = زاكازلار
centre-audit-area-goods = مەھسۇلات ۋە ئامبار
centre-audit-area-shops = دۇكان بەتلىرى
centre-audit-area-messages = ئۇچۇرلار
centre-audit-area-settings = تەڭشەكلەر
centre-audit-area-texts = دۇكان تېكىستلىرى
centre-audit-area-log = مۇشۇ خاتىرە

## مەركەز كۆرىدىغان كوپىراتىپلار

centre-nav-cooperatives = كوپىراتىپلار
# review: centre-nav-searches
centre-nav-searches = ئىزدەشلەر
centre-cooperatives-title = كوپىراتىپلار
centre-cooperatives-which = قايسىلىرى
centre-cooperatives-all = ھەممىسى
# review: centre-cooperatives-only-suspended
centre-cooperatives-only-suspended = پەقەت توختىتىلغانلىرى
centre-cooperatives-sells = سېتىۋاتىدۇ
# review: centre-cooperatives-suspended
centre-cooperatives-suspended = ۋاقتىنچە توختىتىلغان
centre-cooperatives-goods = مەھسۇلات: { $count }
centre-cooperatives-back = بارلىق كوپىراتىپلار
centre-cooperative-shop = دۇكاندىكى بېتى
# review: centre-collection
centre-collection = مەھسۇلاتلىرىنى ئېلىپ كېتىش ئورۇنلىرى
# review: centre-collection-text
centre-collection-text = قايسى يېزا-بازارلارنىڭ نۇقتىلىرىغا يەتكۈزسە، شۇلارنى بەلگىلەڭ. ھېچقايسىسى بەلگىلەنمىسە، ھەممىسىگە يەتكۈزىدۇ. بۇرۇنقى زاكازلار ئەسلىدىكى نۇقتىغا بارىدۇ.
# review: centre-collection-townships
centre-collection-townships = يېزا-بازارلار
# review: centre-collection-done
centre-collection-done = ساقلاندى: بۇنىڭدىن كېيىن خېرىدارلار مۇشۇ نۇقتىلارنى تاللايدۇ.
# review: centre-cooperative-suspend
centre-cooperative-suspend = سېتىشنى ۋاقتىنچە توختىتىش
# review: centre-cooperative-suspend-text
centre-cooperative-suspend-text = مەھسۇلاتلىرى دۇكاندىن ئېلىۋېتىلىدۇ، زاكاز قىلغىلى بولمايدۇ. ئەزالىرى ھەممىنى كۆرەلەيدۇ، زاكاز قىلىنغانلارنى قاچىلاپ تاماملىيالايدۇ.
# review: centre-cooperative-suspend-done
centre-cooperative-suspend-done = كوپىراتىپنىڭ سېتىشى ۋاقتىنچە توختىتىلدى.
# review: centre-cooperative-admit
centre-cooperative-admit = قايتا سېتىشقا رۇخسەت قىلىش
# review: centre-cooperative-admit-text
centre-cooperative-admit-text = ئېلان قىلغان مەھسۇلاتلىرىنىڭ ھەممىسى دەرھال دۇكانغا قايتىدۇ.
# review: centre-cooperative-admit-done
centre-cooperative-admit-done = كوپىراتىپ قايتا سېتىۋاتىدۇ.
# review: centre-cooperative-overtaken
centre-cooperative-overtaken = بۇ ئارىدا بۇ يەردە باشقا قارار چىقىرىلدى، شۇڭا بۇ قېتىم ھېچ ئىش قىلىنمىدى. ھازىرقى ئەھۋال مۇنداق.
centre-cooperative-reason = سەۋەبى
# review: centre-cooperative-reason-hint
centre-cooperative-reason-hint = ئەزالىرىغا ئۇچۇر ئەۋەتىلىدۇ، خىزمەت بېتىدە ئوقۇيدۇ؛ خېرىدارلار كۆرمەيدۇ.
# review: centre-cooperative-admit-hint
centre-cooperative-admit-hint = ئەزالىرىغا ئۇچۇر بىلەن بېشى ئەۋەتىلىدۇ، شۇڭا قىسقا يېزىڭ؛ خېرىدارلار كۆرمەيدۇ.
# review: centre-cooperative-history
centre-cooperative-history = قىلىنغان قارارلار
centre-cooperative-was-suspended = توختىتىلدى
centre-cooperative-was-admitted = قايتا سېتىۋاتىدۇ
