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
# review: changes-sent
changes-sent = ئەۋەتىدىغىنى ({ $unit })
# review: changes-ordered
changes-ordered = زاكاز قىلىنغىنى: { $amount }
# review: changes-too-much
changes-too-much = ئەۋەتىشكە بولىدىغان ئەڭ كۆپ مىقدار: { $max }.
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
# review: changes-back
changes-back = ئۆز پېتى قالسۇن
# review: changes-done
changes-done = بولدى. خېرىدارغا خەۋەر قىلىنىدۇ.
# review: changes-short
changes-short = ئەۋەتىلمىگىنى: { $amount }
# review: changes-why
changes-why = كەم كېلىشىنىڭ سەۋەبى
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
talk-questions-title = خېرىدارلارنىڭ سوئاللىرى
# review: talk-questions-none
talk-questions-none = جاۋاب كۈتۈۋاتقان ئادەم يوق.
# review: talk-questions-more
talk-questions-more = بۇ ئەڭ ئۇزۇن ساقلىغان { $count } زاكاز. جاۋاب بەرگەنسېرى قالغانلىرى چىقىدۇ.
# review: talk-questions-stat
talk-questions-stat = جاۋاب بېرىدىغان سوئال
# review: talk-answer
talk-answer = جاۋاب بېرىش
