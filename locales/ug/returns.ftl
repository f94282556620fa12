### مال قايتۇرۇش ۋە بۇزۇلۇش.

# review: returns-title
returns-title = مال قايتۇرۇش ۋە بۇزۇلۇش
# review: returns-lead
returns-lead = بىرەر ئىش چاتاق چىققاندا ناھىيەدىكى كوپىراتىپلار ۋە ئېلېكترونلۇق سودا مەركىزى بەرگەن ۋەدە.
# review: returns-product
returns-product = بۇزۇلۇپ كەلدىمۇ؟ { $hours } سائەت ئىچىدە ئېيتىڭ: پۇلىڭىز قايتۇرۇلىدۇ ياكى قايتا ئەۋەتىلىدۇ.
# review: returns-product-never
returns-product-never = پىكىردىن يېنىش سەۋەبىدىن قايتۇرۇۋېلىنمايدۇ.
# review: returns-product-packaged
returns-product-packaged = ئېچىلمىغان قاپنى { $days } كۈن ئىچىدە قايتۇرغىلى بولىدۇ.
# review: returns-damage-title
returns-damage-title = بۇزۇلغان، سېسىغان ياكى خاتا كەلسە
# review: returns-damage-when
returns-damage-when = مالنى تاپشۇرۇۋالغاندىن كېيىن { $hours } سائەت ئىچىدە ئېيتىڭ. بۇ ھەممە مالغا، يېڭى مېۋىلەرگىمۇ كۈچكە ئىگە.
# review: returns-damage-how
returns-damage-how = زاكازىڭىزنى ئېچىڭ، «مالدا مەسىلە بار» دېگەننى بېسىڭ، قايسىلىقىنى تاللاپ، قىسقىچە يېزىڭ. ھېسابات لازىم ئەمەس.
# review: returns-damage-photo
returns-damage-photo = كوپىراتىپ جاۋاب بەرگۈچە مالنى تاشلىۋەتمەڭ. ئەھۋالنى يوللىغاندىن كېيىن ئەڭ كۆپ ئۈچ رەسىم قوشالايسىز. كوپىراتىپنىڭ يەنە بىلمەكچى بولغىنى بولسا، زاكازىڭىزنىڭ بېتىدە سورايدۇ.
# review: returns-damage-what
returns-damage-what = كوپىراتىپ پۇلنىڭ بىر قىسمىنى ياكى ھەممىسىنى قايتۇرىدۇ، ياكى مالنى قايتا ئەۋەتىدۇ. سىزدىن ھېچقانداق ھەق ئېلىنمايدۇ.
# review: returns-fresh-title
returns-fresh-title = يېڭى ۋە ئېچىلغان يېمەكلىكلەر
# review: returns-fresh-text
returns-fresh-text = يېڭى ۋە ئېچىلغان يېمەكلىكلەرنى پىكىردىن يېنىش سەۋەبىدىن قايتۇرغىلى بولمايدۇ. بۇزۇلۇپ كەلگىنى ھەر قاچان تۆلەپ بېرىلىدۇ.
# review: returns-packaged-title
returns-packaged-title = پىكرىڭىزدىن يانسىڭىز
# review: returns-packaged-text
returns-packaged-text = قاپلانغان قۇرۇق مالنى، قېپى ئېچىلمىغان بولسا، تاپشۇرۇۋالغاندىن كېيىن { $days } كۈن ئىچىدە قايتۇرغىلى بولىدۇ. ئالدى بىلەن زاكازىڭىزدا يېزىڭ: نەگە ئەۋەتىدىغانلىقىڭىزنى كوپىراتىپ ئېيتىدۇ.
# review: returns-packaged-never
returns-packaged-never = ماللار پىكىردىن يېنىش سەۋەبىدىن قايتۇرۇۋېلىنمايدۇ.
# review: returns-way-buyer
returns-way-buyer = قايتۇرۇش كىراسىنى سىز تۆلەيسىز. مال يېتىپ بارغاندىن كېيىن، مالنىڭ پۇلى قايتۇرۇلىدۇ؛ دەسلەپكى توشۇش ھەققى قايتۇرۇلمايدۇ.
# review: returns-way-cooperative
returns-way-cooperative = قايتۇرۇش كىراسىنى كوپىراتىپ تۆلەيدۇ. مال يېتىپ بارغاندىن كېيىن، مالنىڭ پۇلى قايتۇرۇلىدۇ؛ دەسلەپكى توشۇش ھەققى قايتۇرۇلمايدۇ.
# review: returns-which
returns-which = قايسى خىلغا كىرىدىغانلىقى ھەر بىر مەھسۇلاتنىڭ بېتىدە يېزىلغان. زاكازغا زاكاز قىلغان كۈندىكى قائىدە ئىشلىتىلىدۇ.
# review: returns-money-title
returns-money-title = پۇل قانداق قايتۇرۇلىدۇ
# review: returns-money-text
returns-money-text = قانچىلىك قايتۇرىدىغانلىقىنى كوپىراتىپ بېكىتىدۇ. پۇلنى ئېلېكترونلۇق سودا مەركىزى قايتۇرىدۇ؛ قاچان قايتۇرۇلغانلىقى زاكاز بېتىدە كۆرۈنىدۇ.
# review: returns-money-cash
returns-money-cash = نەق پۇل تۆلىگەن بولسىڭىز، ئېلېكترونلۇق سودا مەركىزىگە تېلېفون قىلىڭ: پۇلنى نەق ئېلىشنى ياكى ھېساباتىڭىزغا يۆتكەشنى كېلىشىۋالىسىز.
# review: returns-centre-title
returns-centre-title = ھېچكىم جاۋاب بەرمىسە
# review: returns-centre-text
returns-centre-text = كوپىراتىپ { $hours } سائەتتە جاۋاب بەرمىگەنلىرىنى ئېلېكترونلۇق سودا مەركىزى كۆرىدۇ. تېلېفون قىلسىڭىزمۇ بولىدۇ.
# review: returns-kind-damaged
returns-kind-damaged = زەخىملەنگەن
# review: returns-kind-spoiled
returns-kind-spoiled = بۇزۇلغان، سېسىغان
# review: returns-kind-missing
returns-kind-missing = كەم چىققان
# review: returns-kind-wrong
returns-kind-wrong = باشقا مال كەلگەن
# review: returns-kind-other
returns-kind-other = باشقا مەسىلە
# review: returns-kind-unwanted
returns-kind-unwanted = ئالغۇم يوق، قېپى ئېچىلمىغان
# review: returns-order-title
returns-order-title = مالدا مەسىلە بار
# review: returns-order-before
returns-order-before = كەلگەندە مەسىلە بولسا، { $hours } سائەت ئىچىدە مۇشۇ يەردە ئېيتىڭ.
# review: returns-order-until
returns-order-until = مەسىلە بولسا مۇشۇ يەردە ئېيتىڭ. ئەڭ ئاخىرقى ۋاقتى: { $time }.
# review: returns-order-return-until
returns-order-return-until = قاپلانغان مالنى ئاچمىغان ھالەتتە قايتۇرغىلى بولىدۇ. ئەڭ ئاخىرقى ۋاقتى: { $time }.
# review: returns-form-line
returns-form-line = قايسى مال؟
# review: returns-form-kind
returns-form-kind = قانداق مەسىلە؟
# review: returns-form-choose
returns-form-choose = تاللاڭ
# review: returns-form-text
returns-form-text = قىسقىچە يېزىڭ
# review: returns-form-hint
returns-form-hint = قانچىلىكى، قانداقلىقى. كوپىراتىپ مۇشۇ بەتتە جاۋاب بېرىدۇ.
# review: returns-form-send
returns-form-send = كوپىراتىپقا ئېيتىش
# review: returns-form-too-late
returns-form-too-late = بۇ مال ئۈچۈن بۇنى ئېيتقىلى بولمايدۇ ياكى ۋاقتى ئۆتۈپ كەتتى. يازغىنىڭىز مۇشۇ يەردە تۇرىدۇ: ئۇنى تۆۋەندە خەت قىلىپ ئەۋەتىڭ.
# review: returns-photos-text
returns-photos-text = مال ۋە ئورالمىنىڭ رەسىمى، ئەڭ كۆپ ئۈچ پارچە. پەقەت سىز، كوپىراتىپ ۋە ئېلېكترونلۇق سودا مەركىزى كۆرەلەيدۇ.
# review: returns-photo
returns-photo = مالنىڭ رەسىمى { $number }
# review: returns-photos-over
returns-photos-over = كوپىراتىپ جاۋاب بېرىپ بولدى. رەسىملەرنى ئەمدى ئۆزگەرتكىلى بولمايدۇ.
# review: returns-sent
returns-sent = كوپىراتىپقا ئېيتىلدى. ئۇ مۇشۇ بەتتە جاۋاب بېرىدۇ.
# review: returns-reports
returns-reports = ئېيتىلغان مەسىلىلەر
# review: returns-open
returns-open = تېخى جاۋاب بېرىلمىدى
# review: returns-refunded
returns-refunded = قايتۇرۇلىدىغىنى: { $amount }
# review: returns-kept
returns-kept = كوپىراتىپ قايتۇرغان پۇلدىن { $amount } سىزگە ئەۋەتىلمەيدۇ: بۇ زاكازنىڭ تېخى تۆلەنمىگەن پۇلىغا ھېسابلىنىدۇ.
# review: returns-next-back
returns-next-back = كوپىراتىپ پۇل قايتۇرىدۇ. سىزگە قايتۇرۇلىدىغىنى: { $amount }.
# review: returns-replaced
returns-replaced = قايتا ئەۋەتىلىدۇ
# review: returns-replaced-left
returns-replaced-left = قايتا ئەۋەتىلدى
# review: returns-declined
returns-declined = قوبۇل قىلىنمىدى؛ سەۋەبى خەتلەردە يېزىلغان
# review: returns-studio-title
returns-studio-title = خېرىدارلار ئېيتقان مەسىلىلەر
# review: returns-studio-none
returns-studio-none = جاۋاب كۈتۈۋاتقان ئادەم يوق.
# review: returns-studio-stat
returns-studio-stat = مال مەسىلىسىگە جاۋاب كۈتۈۋاتقان زاكاز
# review: returns-studio-badge
returns-studio-badge = مەسىلە بار
# review: returns-studio-next
returns-studio-next = خېرىدار ئېيتقان مەسىلىگە جاۋاب بېرىش
# review: returns-studio-again
returns-studio-again = قايتا ئەۋەتىلىدۇ
# review: returns-studio-again-stat
returns-studio-again-stat = قايتا ئەۋەتىدىغان زاكاز
# review: returns-again-left
returns-again-left = تاپشۇرۇلدى، يولغا چىقتى
# review: returns-again-done
returns-again-done = خاتىرىلەندى: مال قايتا يولغا چىقتى، خېرىدارغا خەۋەر قىلىنىدۇ.
# review: returns-settle-refund
returns-settle-refund = پۇل قايتۇرۇش
# review: returns-settle-refund-text
returns-settle-refund-text = پۇلنى ئېلېكترونلۇق سودا مەركىزى خېرىدارغا قايتۇرىدۇ. زاكازنىڭ پۇلى شۇنچىلىك كېمىيىدۇ، سىزگە تېگىدىغىنىمۇ كېمىيىدۇ.
# review: returns-settle-amount
returns-settle-amount = قايتۇرۇلىدىغان پۇل (يۈەن)
# review: returns-settle-most
returns-settle-most = ئەڭ كۆپ بولغاندا: { $most }، يەنى بۇ مالنىڭ پۇلى.
# review: returns-settle-replace
returns-settle-replace = قايتا ئەۋەتىش
# review: returns-settle-replace-text
returns-settle-replace-text = شۇنچىلىك مال ئامبىرىڭىزدىن چىقىرىلىدۇ، يولغا چىققۇچە ئوراش تىزىملىكىدە تۇرىدۇ. قاچان كېلىدىغانلىقىنى ۋە كىم ئېلىپ بارىدىغانلىقىنى يېزىڭ.
# review: returns-settle-again-most
returns-settle-again-most = ئەڭ كۆپ بولغاندا: { $most }، يەنى ئەۋەتىلگەن مىقدار.
# review: returns-settle-decline
returns-settle-decline = قوبۇل قىلماسلىق
# review: returns-settle-decline-text
returns-settle-decline-text = سەۋەبىنى يېزىڭ. خېرىدار ئېلېكترونلۇق سودا مەركىزىدىن سورىيالايدۇ.
# review: returns-settle-text
returns-settle-text = خېرىدار ئوقۇيدىغان سۆز
# review: returns-settle-done
returns-settle-done = جاۋابىڭىز ئەۋەتىلدى.
# review: returns-settle-overtaken
returns-settle-overtaken = باشقا بىر ئەزا بۇنىڭغا ئاللىقاچان جاۋاب بەردى:
# review: returns-settle-typed
returns-settle-typed = سىز يازغان خەت ئەۋەتىلمىدى:
# review: returns-late-title
returns-late-title = جاۋابسىز مەسىلىلەر
# review: returns-late-lead
returns-late-lead = خېرىدارلار بۇ مەسىلىلەرنى ئېيتقىلى { $hours } سائەتتىن ئاشتى، كوپىراتىپ تېخى جاۋاب بەرمىدى. كوپىراتىپقا تېلېفون قىلىڭ ياكى ئۇنىڭ نامىدا جاۋاب بېرىڭ.
# review: returns-late-none
returns-late-none = ھەممىسىگە ۋاقتىدا جاۋاب بېرىلدى.
# review: returns-late-more
returns-late-more = بۇ ئەڭ ئۇزۇن كۈتكەن { $count } مەسىلە.
# review: returns-settings-text
returns-settings-text = بۇ ھەر بىر مەھسۇلاتنىڭ بېتىدە كۆرۈنىدۇ. زاكازغا شۇ چاغدىكى قائىدە ئىشلىتىلىدۇ.
# review: returns-settings-hours
returns-settings-hours = مەسىلىنى ئېيتىش ۋاقتى (سائەت)
# review: returns-settings-days
returns-settings-days = قاپلانغان مالنى قايتۇرۇش ۋاقتى (كۈن)؛ 0 بولسا قايتۇرغىلى بولمايدۇ
# review: returns-settings-bounds
returns-settings-bounds = پۈتۈن سان، ئەڭ ئاز { $least }، ئەڭ كۆپ { $most }.
# review: returns-settings-way
returns-settings-way = قايتۇرۇش كىراسىنى كىم تۆلەيدۇ؟
# review: returns-settings-way-buyer
returns-settings-way-buyer = خېرىدار
# review: returns-settings-way-cooperative
returns-settings-way-cooperative = كوپىراتىپ
# review: returns-settings-line
returns-settings-line = ئېيتىش { $hours } سائەت، قايتۇرۇش { $days } كۈن
# review: returns-class
returns-class = بۇ تۈردىكى مالنى قايتۇرغىلى بولامدۇ؟
# review: returns-class-fresh
returns-class-fresh = ياق: ئىچىدە يېڭى يېمەكلىك بار
# review: returns-class-packaged
returns-class-packaged = بولىدۇ، ئېچىلمىغان قاپ
