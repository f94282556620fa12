### خېرىدارلاردىن ئاۋۋال مەركەز كۆرىدىغان مەھسۇلاتلار. review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا.

## مەركەزدە

# review: confirmation-title
confirmation-title = جەزملەشنى كۈتكەنلەر
# review: confirmation-lead
confirmation-lead = مەھسۇلاتلىرى سىزنىڭ جەزملىشىڭىزنى كۈتىدىغان كوپىراتىپلارنىڭ مەھسۇلاتلىرى ۋە ئۆزگەرتىشلىرى. سىز جەزملىگەندىن كېيىن خېرىدارلار كۆرىدۇ؛ ئەڭ ئۇزۇن كۈتكىنى ئالدىدا.
# review: confirmation-none
confirmation-none = جەزملەشنى كۈتكەن نەرسە يوق.
# review: confirmation-new
confirmation-new = يېڭى مەھسۇلات
# review: confirmation-changed
confirmation-changed = ئۆزگەرتىلگەن
# review: confirmation-confirmed
confirmation-confirmed = جەزملەندى. خېرىدارلار ئەمدى كۆرىدۇ.
# review: confirmation-confirmed-later
confirmation-confirmed-later = جەزملەندى. بۇ كوپىراتىپ توختىتىپ قويۇلغان: خېرىدارلار ئۇ قايتا ساتقاندا كۆرىدۇ.
# review: confirmation-sent
confirmation-sent = قايتۇرۇلدى. كوپىراتىپ سىز يازغان سەۋەبنى ئوقۇيدۇ.
# review: confirmation-back
confirmation-back = كۈتكەنلەرنىڭ ھەممىسى
# review: confirmation-since
confirmation-since = كۈتۈۋاتقان ۋاقىت:
# review: confirmation-overtaken
confirmation-overtaken = بۇ ئارىدا كوپىراتىپ باشقا نەرسە ساقلىدى، شۇڭا ھېچ ئىش قىلىنمىدى. قايتا كۆرۈڭ: ھازىر كۈتۈۋاتقىنى بۇ.
# review: confirmation-gone
confirmation-gone = بۇ مەھسۇلاتنىڭ كۈتۈۋاتقان نەرسىسى قالمىدى: جەزملەندى ياكى كوپىراتىپ قايتۇرۇۋالدى. بۇ قېتىم ھېچ ئىش قىلىنمىدى.
# review: confirmation-gone-back
confirmation-gone-back = بۇ ئاللىقاچان قايتۇرۇلغان، شۇڭا بۇ قېتىم ھېچ ئىش قىلىنمىدى. كوپىراتىپ مۇنۇ سەۋەبنى ئوقۇيدۇ:
# review: confirmation-is-back
confirmation-is-back = بۇ قايتۇرۇلغان، ئەمدى كۈتمەيدۇ. كوپىراتىپ مۇنۇ سەۋەبنى ئوقۇيدۇ:
# review: confirmation-nothing-waits
confirmation-nothing-waits = بۇ مەھسۇلاتنىڭ كۈتۈۋاتقان نەرسىسى يوق: جەزملەنگەن ياكى كوپىراتىپ قايتۇرۇۋالغان.
# review: confirmation-name
confirmation-name = ئىسمى
# review: confirmation-description
confirmation-description = چۈشەندۈرۈش
# review: confirmation-picture-words
confirmation-picture-words = { $place }-رەسىمنىڭ سۆزى
# review: confirmation-in-language
confirmation-in-language = { $text }، { $language }
# review: confirmation-before
confirmation-before = ئاۋۋال
# review: confirmation-after
confirmation-after = كېيىن
# review: confirmation-nothing
confirmation-nothing = يوق
# review: confirmation-still-right
confirmation-still-right = تەرجىمىسى شۇ پېتى توغرا:
# review: confirmation-offers
confirmation-offers = تۈرى ۋە باھاسى
# review: confirmation-new-size
confirmation-new-size = يېڭى
# review: confirmation-pictures
confirmation-pictures = رەسىملەر
# review: confirmation-confirm
confirmation-confirm = جەزملەش
# review: confirmation-confirm-text
confirmation-confirm-text = خېرىدارلار بۇلارنىڭ ھەممىسىنى دەرھال كۆرىدۇ.
# review: confirmation-confirm-suspended
confirmation-confirm-suspended = بۇ كوپىراتىپ توختىتىپ قويۇلغان: خېرىدارلار بۇلارنى ئۇ قايتا ساتقاندا كۆرىدۇ.
# review: confirmation-send-back
confirmation-send-back = قايتۇرۇش
# review: confirmation-reason
confirmation-reason = نېمىنى تۈزىتىش كېرەك
# review: confirmation-reason-hint
confirmation-reason-hint = كوپىراتىپ ئۇنى مەھسۇلاتنىڭ يېنىدا ئوقۇيدۇ ۋە ئۇچۇر ئارقىلىق تاپشۇرۇۋالىدۇ.
# review: confirmation-of-cooperative
confirmation-of-cooperative = يېڭى مەھسۇلاتلار ۋە ئۆزگەرتىشلەر
# review: confirmation-is-on
confirmation-is-on = سىزنى كۈتىدۇ: يېڭى مەھسۇلاتلارنى، تېكىست، باھا، رەسىم ۋە تۈر ئۆزگەرتىشلىرىنى سىز جەزملىگەندىن كېيىن خېرىدارلار كۆرىدۇ. ئامباردىكى سان ۋە ۋاقىتلىق توختىتىش دەرھال كۆرۈنىدۇ.
# review: confirmation-is-off
confirmation-is-off = سىزنى كۈتمەيدۇ: كوپىراتىپ سېتىۋاتقاندا خېرىدارلار دەرھال كۆرىدۇ.
# review: confirmation-still-waits
confirmation-still-waits = بۇرۇن كۈتۈۋاتقانلىرى يەنىلا سىزنى كۈتۈۋاتىدۇ:
# review: confirmation-turn-on
confirmation-turn-on = جەزملەشنى كۈتسۇن
# review: confirmation-turn-off
confirmation-turn-off = دەرھال كۆرۈنسۇن
# review: confirmation-turned-on
confirmation-turned-on = بۇنىڭدىن كېيىن بۇ كوپىراتىپنىڭ يېڭى مەھسۇلاتلىرى ۋە ئۆزگەرتىشلىرى سىزنى كۈتىدۇ.
# review: confirmation-turned-off
confirmation-turned-off = بۇنىڭدىن كېيىن بۇ كوپىراتىپنىڭ يېڭى نەرسىلىرى سىزنى كۈتمەيدۇ. ئاللىقاچان كۈتۈۋاتقانلىرى كۈتىۋېرىدۇ.

## خىزمەت رايونىدا

# review: confirmation-waits
confirmation-waits = مەركەزنى كۈتۈۋاتىدۇ
# review: confirmation-sent-back
confirmation-sent-back = قايتۇرۇلدى
# review: confirmation-sent-back-stat
confirmation-sent-back-stat = مەركەز قايتۇرغان مەھسۇلات
# review: confirmation-product-waits
confirmation-product-waits = خېرىدارلار كۆرۈشتىن ئاۋۋال مەركەز بۇ مەھسۇلاتنى كۆرۈپ چىقىدۇ. تۈزىتىدىغان يېرى بولسا، سىزگە ئۇچۇر كېلىدۇ.
# review: confirmation-changes-wait
confirmation-changes-wait = مەركەز ئۆزگەرتىشلىرىڭىزنى كۆرۈۋاتىدۇ. جەزملىگۈچە خېرىدارلار مەھسۇلاتنى بۇرۇنقىدەك كۆرىدۇ.
# review: confirmation-product-back
confirmation-product-back = مەركەز بۇ مەھسۇلاتنى جەزملىمىدى:
# review: confirmation-changes-back
confirmation-changes-back = مەركەز ئۆزگەرتىشلىرىڭىزنى جەزملىمىدى:
# review: confirmation-product-mend
confirmation-product-mend = تۈزىتىپ قايتا ئېلان قىلىڭ. ئۇنىڭغىچە خېرىدارلار كۆرمەيدۇ.
# review: confirmation-changes-mend
confirmation-changes-mend = تۈزىتىپ ساقلاڭ: مەركەزگە قايتا ئەۋەتىلىدۇ. ئۇنىڭغىچە خېرىدارلار مەھسۇلاتنى بۇرۇنقىدەك كۆرىدۇ.
# review: confirmation-take-back
confirmation-take-back = ئۆزگەرتىشنى قايتۇرۇۋېلىش
# review: confirmation-take-back-product
confirmation-take-back-product = ھازىرچە ئېلان قىلماسلىق
# review: confirmation-take-back-text
confirmation-take-back-text = كۈتۈۋاتقىنى ئۆچۈرۈلىدۇ: تېكىست، باھا، رەسىم ۋە تۈر يەنە خېرىدارلار كۆرگەندەك بولىدۇ.
# review: confirmation-will-wait
confirmation-will-wait = تېكىست، باھا، رەسىم ۋە تۈر ئۆزگەرتىشلىرىنى مەركەز جەزملىگەندىن كېيىن خېرىدارلار كۆرىدۇ. ئامباردىكى سان ۋە ۋاقىتلىق توختىتىش دەرھال كۆرۈنىدۇ.
# review: confirmation-will-wait-new
confirmation-will-wait-new = ئېلان قىلغىنىڭىزدا ئالدى بىلەن مەركەز كۆرۈپ چىقىدۇ.
# review: confirmation-saved
confirmation-saved = ساقلاندى. تېكىست، باھا، رەسىم ۋە تۈرنى مەركەز جەزملىگەندىن كېيىن خېرىدارلار كۆرىدۇ.
# review: confirmation-picture-remove
confirmation-picture-remove = بۇ رەسىمنى ئېلىۋېتەمسىز؟ خېرىدارلار ھازىر كۆرۈۋاتقان بولسا، مەركەز جەزملىگۈچە كۆرىۋېرىدۇ.
