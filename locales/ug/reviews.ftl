### خېرىدارلارنىڭ باھالىشى. review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا. (No native speaker has read this file yet.)

reviews-title = خېرىدارلارنىڭ باھالىشى
reviews-title-of = باھالاش: { $product }
reviews-lead = پەقەت مالنى تاپشۇرۇۋالغان كىشىلەرلا باھالىيالايدۇ.
reviews-none = تېخى ھېچكىم باھالىمىدى.
# review: reviews-stars
reviews-stars = 5 يۇلتۇزدىن: { $stars }
reviews-count = { $count } باھالاش
reviews-all = ھەممە باھالاش
reviews-product = مەھسۇلاتقا قايتىش
# review: no suffix may hang on the name of the province
reviews-author-from = خېرىدار ({ $province })
reviews-author = خېرىدار
reviews-lang-en = ئىنگلىزچە
reviews-lang = يېزىلغان تىلى: { $language }
reviews-answer = كوپىراتىپنىڭ جاۋابى
# review: reviews-answer-older
reviews-answer-older = بۇ جاۋابتىن كېيىن باھالاش ئۆزگەرتىلدى.
reviews-photo = خېرىدارنىڭ رەسىمى { $number }

reviews-filter = كۆرسىتىش
reviews-filter-all = ھەممىسى
reviews-filter-photo = رەسىملىك ({ $count })
reviews-filter-stars = { $stars } ★ ({ $count })
reviews-filter-lang = { $language } ({ $count })
reviews-nothing = بۇنداق باھالاش يوق.

# review: reviews-report
reviews-report = بۇنىڭدا خاتالىق بار
reviews-report-text = مەركەز كۆرۈپ چىقىدۇ. كىم ئېيتقانلىقىنى ھېچكىم بىلمەيدۇ.
reviews-report-send = مەركەزگە ئېيتىش
reviews-reported = رەھمەت. مەركەز كۆرۈپ چىقىدۇ.

reviews-how = قانداق ئىكەن؟
reviews-yours = سىزنىڭ باھالىشىڭىز
reviews-yours-held = مەركەزنى كۈتۈۋاتىدۇ
reviews-yours-hidden = مەركەز يوشۇرغان
reviews-field-stars = قانچە يۇلتۇز بېرىسىز؟
reviews-stars-five = ناھايىتى ياخشى
reviews-stars-four = ياخشى
reviews-stars-three = ئوتتۇراھال
reviews-stars-two = ئانچە ياخشى ئەمەس
reviews-stars-one = ناچار
reviews-field-text = نېمە دېمەكچىسىز؟
reviews-field-text-hint = قايسى تىلدا يازسىڭىز بولىدۇ. تېلېفون نومۇرى ۋە تور ئادرېسى يازماڭ.
reviews-field-name = كۆرۈنىدىغان ئىسىم
reviews-field-name-hint = بوش قالدۇرسىڭىز مۇنداق كۆرۈنىدۇ: { $author }
reviews-all-read = ھەممەيلەن ئوقۇيالايدۇ. تېلېفون نومۇرىڭىز ۋە زاكازىڭىز ئاشكارىلانمايدۇ.
reviews-send = يوللاش
reviews-save = ساقلاش
reviews-edit = ئۆزگەرتىش
reviews-sent = رەھمەت! ئەمدى ھەممەيلەن ئوقۇيالايدۇ.
reviews-held = رەھمەت! ئاۋۋال مەركەز ئوقۇيدۇ، ئاندىن ھەممەيلەن كۆرەلەيدۇ.
reviews-held-link = ئىچىدە تور ئادرېسى بار.
# review: reviews-held-phone
reviews-held-phone = ئىچىدە تېلېفون نومۇرىغا ئوخشايدىغان سان ياكى باشقا يەردىن تاپقىلى بولىدىغان نام بار.
# review: reviews-held-name
reviews-held-name = ئىسىم مەركەز، كوپىراتىپ ياكى ئۇلارنىڭ خادىملىرىنىڭ نامىغا ئوخشايدۇ.
# review: reviews-held-again
reviews-held-again = مەركەز ئۇنى ياكى ئىچىدىكى رەسىمنى ئىلگىرى يوشۇرغان.
reviews-hidden = مەركەز باھالىشىڭىزنى يوشۇردى.
reviews-hidden-edit = ئۆزگەرتسىڭىز، مەركەز قايتا ئوقۇيدۇ.
reviews-not-yet = مالنى تاپشۇرۇۋالغاندىن كېيىن باھالىيالايسىز.
reviews-over = باھالاش ۋاقتى ئۆتۈپ كەتتى.
reviews-own-goods = بۇ مالنى ئۆزىڭىز ساتىسىز، شۇڭا باھالىيالمايسىز.
reviews-edit-over = ئەمدى ئۆزگەرتكىلى بولمايدۇ، لېكىن ئۆچۈرسىڭىز بولىدۇ.
reviews-remove = ئۆچۈرۈش
reviews-remove-text = تېكىست، رەسىملەر ۋە كوپىراتىپنىڭ جاۋابى بىللە ئۆچۈرۈلىدۇ.
reviews-remove-confirm = ھەئە، ئۆچۈرۈش
reviews-removed = باھالىشىڭىز ئۆچۈرۈلدى.
reviews-order = زاكازغا قايتىش

# review: reviews-names-official
reviews-names-official = رەسمىي، خېرىدارلار مۇلازىمىتى، خېرىدار مۇلازىمىتى، مۇلازىمەت مەركىزى، باشقۇرغۇچى، كوپىراتىپ، تور سۇپىسى

reviews-hide-insult = باشقىلارغا ھاقارەت قىلىدۇ.
reviews-hide-personal = باشقىلارنىڭ شەخسىي ئىشى يېزىلغان.
reviews-hide-advertising = بۇ ئېلان.
reviews-hide-unrelated = مالغا مۇناسىۋەتسىز.
reviews-hide-untrue = يېزىلغىنى راست ئەمەس.

reviews-photos = رەسىملەر
reviews-photos-text = ئەڭ كۆپ ئۈچ پارچە. قەيەردە ۋە قاچان تارتىلغانلىقى ئۆچۈرۈۋېتىلىدۇ.
# review: reviews-photo-file
reviews-photo-file = رەسىم تاللاش
reviews-photo-add = رەسىم قوشۇش
reviews-photo-added = رەسىم قوشۇلدى.
reviews-photo-remove = ئېلىۋېتىش
reviews-photo-remove-named = رەسىمنى ئېلىۋېتىش: { $number }
reviews-photo-removed = رەسىم ئېلىۋېتىلدى.
reviews-photos-full = ئۈچ رەسىم بار. يەنە قوشۇش ئۈچۈن ئالدى بىلەن بىرنى ئېلىۋېتىڭ.
reviews-photo-known = بۇ رەسىم بار ئىكەن. ھېچنېمە قوشۇلمىدى. باشقا بىرنى تاللاڭ.
reviews-photo-other = بۇ جەدۋەل بىلەن باشقا رەسىم يوللانغان. يەنە قوشۇلمىدى. ھۆججەتنى قايتا تاللاڭ.
# review: reviews-photo-busy
reviews-photo-busy = ھازىر نۇرغۇن رەسىم يوللىنىۋاتىدۇ، شۇڭا بۇ رەسىم قوبۇل قىلىنمىدى. يازغانلىرىڭىز ساقلاندى. بىر مىنۇتتىن كېيىن رەسىمنى قايتا يوللاڭ.
