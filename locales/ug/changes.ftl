### كەم ئەۋەتىش ۋە زاكاز توغرىسىدىكى خەتلەر.

# review: changes-reason-weighed
changes-reason-weighed = تارتقاندا سەل كەم چىقتى.
# review: changes-reason-other
changes-reason-other = ھەممىسىنى ئەۋەتكىلى بولمايدۇ.
# review: changes-open
changes-open = كەم نەرسە بار
# review: changes-title
changes-title = { $code }: كەم ئەۋەتىش
# review: changes-lead
changes-lead = ھەر بىرىدىن قانچىلىك ئەۋەتىدىغانلىقىڭىزنى يېزىڭ. جەزملەشتىن بۇرۇن نېمە ئۆزگىرىدىغانلىقىنى كۆرىسىز.
# review: changes-weighed
changes-weighed = تارتىپ سېتىلىدۇ: تارازىدا چىققاننى يېزىڭ، باھاسىمۇ شۇنىڭغا ئەگىشىدۇ. زاكاز قىلىنغاندىن كۆپ چىقسىمۇ، خېرىدار زاكاز قىلغىنىنىلا تۆلەيدۇ.
# review: changes-pack-weights
changes-pack-weights = زاكاز قىلىنغاندىن يېنىك چىقسا، خېرىدار دەرھال كەم تۆلەيدۇ. ئارتۇق چىقسا بولىدىغان ئەڭ كۆپ مىقدار: { $percent }. ئارتۇق چىققىنىغا پۇل ئېلىنمايدۇ.
# review: changes-pack-weight
changes-pack-weight = { $name }: تارازىدا چىققىنى ({ $unit })
# review: changes-pack-weight-hint
changes-pack-weight-hint = ئەۋەتىلىدىغىنى: { $amount }. دەل شۇنچىلىك بولسا، بوش قويۇڭ.
# review: changes-pack-weight-bounds
changes-pack-weight-bounds = تارازىدا چىققاننى كىرگۈزۈڭ: ئەڭ ئاز { $min }، ئەڭ كۆپ { $max }. بەك كەم بولسا، زاكاز بېتىدە «كەم نەرسە بار» نى بېسىڭ؛ بەك كۆپ بولسا، ئازراق ئېلىۋېتىڭ.
# review: changes-pack-wrong
changes-pack-wrong = زاكاز { $code }، { $field }
# review: changes-pack-typed
changes-pack-typed = يازغىنىڭىز: { $typed }.
# review: changes-sent
changes-sent = ئەۋەتىدىغىنى ({ $unit })
# review: changes-too-much
changes-too-much = ئەۋەتىشكە بولىدىغان ئەڭ كۆپ مىقدار: { $max }.
# review: changes-bounds
changes-bounds = قانچىلىك ئەۋەتىدىغانلىقىڭىزنى كىرگۈزۈڭ: ئەڭ ئاز 0، ئەڭ كۆپ { $max }، مەسىلەن 2.5.
# review: changes-bounds-pieces
changes-bounds-pieces = قانچە دانە ئەۋەتىدىغانلىقىڭىزنى پۈتۈن سان بىلەن كىرگۈزۈڭ: ئەڭ ئاز 0، ئەڭ كۆپ { $max }.
# review: changes-look
changes-look = نېمە ئۆزگىرىدۇ؟
# review: changes-check-title
changes-check-title = مۇنۇلار ئۆزگىرىدۇ
changes-line = { $before } ← { $after }
# review: changes-cheaper
changes-cheaper = كېمىيىدىغان پۇل
# review: changes-total
changes-total = زاكازنىڭ يېڭى پۇلى
# review: changes-refund
changes-refund = خېرىدارغا قايتۇرۇلىدىغىنى
# review: changes-freight
changes-freight = يەتكۈزۈش ھەققى (ئۆزگەرمەيدۇ)
# review: changes-nothing
changes-nothing = تېخى ئۆزگىرىش يوق: كەم نەرسىنىڭ سانىنى كىچىكلىتىپ يېزىڭ.
# review: changes-empty
changes-empty = بۇنداقتا ھېچنېمە ئەۋەتىلمەيدۇ. ھېچنېمە ئەۋەتمىسىڭىز، زاكازنى بىكار قىلىڭ.
# review: changes-reason
changes-reason = سەۋەبى
# review: changes-reason-hint
changes-reason-hint = خېرىدار بۇنى كۆرىدۇ.
# review: changes-reason-choose
changes-reason-choose = سەۋەب تاللاڭ
# review: changes-confirm
changes-confirm = كەم ئەۋەتىش، خېرىدارغا خەۋەر قىلىش
# review: changes-meanwhile
changes-meanwhile = زاكاز ياكى باھا ئۆزگەرگەن. ھېچنېمە ئۆزگەرتىلمىدى، يازغانلىرىڭىز مۇشۇ يەردە تۇرىدۇ. بۇ بەتتە ھازىرقى ھالىتى كۆرسىتىلدى: قاراپ بېقىپ، ئاندىن جەزملەڭ.
# review: changes-back
changes-back = ئۆز پېتى قالسۇن
# review: changes-done
changes-done = بولدى. خېرىدارغا خەۋەر قىلىنىدۇ.
# review: changes-short
changes-short = ئەۋەتىلمىگىنى: { $amount }
# review: changes-why
changes-why = كەم كېلىشىنىڭ سەۋەبى
# review: replace-open
replace-open = ئورنىغا باشقىسىنى ئەۋەتىش
# review: replace-title
replace-title = { $code }: ئورنىغا باشقىسىنى ئەۋەتىش
# review: replace-lead
replace-lead = نېمە كەم، ئورنىغا نېمە ئەۋەتىسىز، شۇنى يېزىڭ. جەزملەشتىن بۇرۇن نېمە ئۆزگىرىدىغانلىقىنى كۆرىسىز. خېرىدار بۇرۇنقىدىن كۆپ پۇل تۆلىمەيدۇ.
# review: replace-line
replace-line = نېمە كەم
# review: replace-line-choose
replace-line-choose = كەم نەرسىنى تاللاڭ
# review: replace-missing
replace-missing = كېمى قانچىلىك ({ $unit })
# review: replace-now
replace-now = ھازىرغىچە ئەۋەتىدىغىنى: { $amount }
# review: replace-only
replace-only = كېمى ئەڭ كۆپ { $max } بولىدۇ.
# review: replace-bounds
replace-bounds = قانچىلىك كەملىكىنى كىرگۈزۈڭ: 0 دىن كۆپ، ئەڭ كۆپ { $max }، مەسىلەن 2.5.
# review: replace-bounds-pieces
replace-bounds-pieces = قانچە دانە كەملىكىنى پۈتۈن سان بىلەن كىرگۈزۈڭ: ئەڭ ئاز 1، ئەڭ كۆپ { $max }.
# review: replace-offer
replace-offer = ئورنىغا ئەۋەتىدىغىنىڭىز
# review: replace-offer-hint
replace-offer-hint = ئامباردا بار، دۇكىنىڭىزدا سېتىلىۋاتقان ماللار.
# review: replace-offer-choose
replace-offer-choose = مەھسۇلات تاللاڭ
# review: replace-offer-choice
replace-offer-choice = { $name } · { $size } · { $price } · ئامباردا: { $free }
# review: replace-price-per
replace-price-per = { $price }، { $amount } ئۈچۈن
# review: replace-none
replace-none = دۇكىنىڭىزدا باشقا مال يوق.
# review: replace-amount
replace-amount = قانچىلىك ئەۋەتىسىز
# review: replace-amount-hint
replace-amount-hint = دانە بىلەن؛ تارتىپ سېتىلىدىغىنى كىلوگرام بىلەن.
# review: replace-free-only
replace-free-only = ئامباردا پەقەت { $amount } قالدى.
# review: replace-sold-out
replace-sold-out = ئۇ سېتىلىپ تۈگىدى. باشقىسىنى تاللاڭ.
# review: replace-agreed
replace-agreed = كەم قىسمىنىڭ كېلىشىلگەن پۇلى
# review: replace-worth
replace-worth = ئەۋەتىدىغىنىڭىزنىڭ بۈگۈنكى باھاسى
# review: replace-pays
replace-pays = خېرىدار ئۇنىڭغا تۆلەيدىغىنى
# review: replace-dearer
replace-dearer = بۇ كەم نەرسىدىن قىممەت. خېرىدار كېلىشىلگەندىن كۆپ تۆلىمەيدۇ.
# review: replace-confirm
replace-confirm = ئورنىغا بۇنى ئەۋەتىش، خېرىدارغا خەۋەر قىلىش
# review: replace-done
replace-done = يېزىلدى. خېرىدارغا خەۋەر قىلىنىدۇ؛ مال يولغا چىققۇچە ئۇ رەت قىلالايدۇ.
# review: replace-undo
replace-undo = قايتۇرۇۋېلىش: ئىلگىرىكىسىنى ئەۋەتىش
# review: replace-undone
replace-undone = قايتۇرۇۋېلىندى: ئىلگىرىكىسىنى ئەۋەتىسىز. خېرىدارغا خەۋەر قىلىنىدۇ.
# review: replace-instead
replace-instead = ئالماشتۇرۇلغان مال: { $goods }
# review: replace-why
replace-why = باشقىسى كېلىشىنىڭ سەۋەبى
# review: replace-told
replace-told = سىزگە { $new } ئەۋەتىلىدۇ. ئالماشتۇرۇلغان مال: { $old }.
# review: replace-decline
replace-decline = بۇنى ئالمايمەن
# review: replace-decline-text
replace-decline-text = ئۇنداقتا ئۇ ئەۋەتىلمەيدۇ، زاكازىڭىزنىڭ پۇلى { $amount } كېمىيىدۇ. ئۇنىڭغا تۆلىگەن پۇلىڭىز قايتۇرۇلىدۇ.
# review: replace-decline-all
replace-decline-all = زاكازىڭىزنىڭ بۇ قىسمىدا باشقا نەرسە قالمايدۇ: توشۇش ھەققى بىلەن قوشۇپ بىكار قىلىنىدۇ.
# review: replace-decline-confirm
replace-decline-confirm = ئەۋەتمىسۇن
# review: replace-declined
replace-declined = بولدى: ئۇ ئەۋەتىلمەيدۇ. كوپىراتىپقا خەۋەر قىلىنىدۇ.
# review: talk-title
talk-title = بۇ زاكاز توغرىسىدىكى خەتلەر
# review: talk-buyer
talk-buyer = خېرىدار
# review: talk-cooperative
talk-cooperative = كوپىراتىپ
# review: talk-centre
talk-centre = ئېلېكترونلۇق سودا مەركىزى
# review: talk-you
talk-you = سىز
# review: talk-hidden
talk-hidden = بۇ خەت يوشۇرۇلدى.
# review: talk-write
talk-write = خەت يېزىڭ
# review: talk-hint-buyer
talk-hint-buyer = كوپىراتىپ مۇشۇ بەتتە جاۋاب بېرىدۇ.
# review: talk-hint-cooperative
talk-hint-cooperative = خېرىدارغا خەۋەر قىلىنىدۇ، ئۇ زاكاز بېتىدە ئوقۇيدۇ.
# review: talk-send
talk-send = خەتنى ئەۋەتىش
# review: talk-sent
talk-sent = خېتىڭىز ئەۋەتىلدى.
# review: talk-done
talk-done = جاۋاب لازىم ئەمەس
# review: talk-hide
talk-hide = يوشۇرۇش
# review: talk-questions-title
talk-questions-title = زاكاز توغرىسىدىكى خەتلەر
# review: talk-questions-none
talk-questions-none = جاۋاب كۈتۈۋاتقان ئادەم يوق.
# review: talk-questions-more
talk-questions-more = بۇ ئەڭ ئۇزۇن ساقلىغان { $count } زاكاز. جاۋاب بەرگەنسېرى قالغانلىرى چىقىدۇ.
# review: talk-questions-stat
talk-questions-stat = جاۋاب بېرىدىغان خەت
# review: talk-answer
talk-answer = جاۋاب بېرىش
