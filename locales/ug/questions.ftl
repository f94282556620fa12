# review: questions-title
questions-title = سوئال ۋە جاۋابلار
# review: questions-page-title
questions-page-title = { $product }: سوئال ۋە جاۋابلار
# review: questions-page-text
questions-page-text = { $product }: خېرىدارلار نېمە سورىدى، كوپىراتىپ نېمە جاۋاب بەردى.
# review: questions-none
questions-none = ھازىرچە جاۋاب بېرىلگەن سوئال يوق.
# review: questions-all
questions-all = ھەممە سوئال ۋە جاۋابلار ({ $count })
# review: questions-count
questions-count = جاۋاب بېرىلگەن سوئال: { $count }
# review: questions-question
questions-question = سوئال
# review: questions-answer
questions-answer = جاۋاب
# review: questions-ask
questions-ask = بۇ مەھسۇلات توغرۇلۇق سوراش
# review: questions-text
questions-text = سوئالىڭىز
# review: questions-text-hint
questions-text-hint = خالىغان تىلدا يېزىڭ. كوپىراتىپ جاۋاب بەرگەندىن كېيىن ھەممە ئادەم ئوقۇيالايدۇ: ئىسىم، تېلېفون نومۇرى ۋە ئۇلىنىش يازماڭ.
# review: questions-phone
questions-phone = جاۋابنى خەۋەر قىلىدىغان تېلېفون
# review: questions-phone-hint
questions-phone-hint = جاۋاب بېرىلگەندە پەقەت بىر قېتىم ئۇچۇر ئەۋەتىمىز، ئاندىن نومۇرنى ئۆچۈرۈۋېتىمىز. باشقىلار كۆرمەيدۇ.
# review: questions-phone-most
questions-phone-most = بۇ نومۇر بۈگۈن بىر نەچچە سوئالغا قالدۇرۇلدى. ئەتە قايتا سىناڭ ياكى نومۇر قالدۇرماي سوراڭ.
# review: questions-send
questions-send = سوئالنى ئەۋەتىش
# review: questions-asked
questions-asked = سوئالىڭىز ئەۋەتىلدى. كوپىراتىپنىڭ جاۋابىنى كۈتۈۋاتىدۇ؛ ئۇنىڭغىچە پەقەت سىزگىلا كۆرۈنىدۇ، تۆۋەندە.
# review: questions-asked-held
questions-asked-held = سوئالىڭىز ئەۋەتىلدى. ئىچىدە تېلېفون نومۇرى ياكى ئۇلىنىش باردەك قىلىدۇ، شۇڭا ئاۋۋال مەركەز كۆرۈپ چىقىدۇ.
# review: questions-asked-by-another
questions-asked-by-another = بۇ سوئالنى باشقا بىرى سوراپ بوپتۇ. كوپىراتىپ جاۋاب بەرسە مۇشۇ يەردە چىقىدۇ. سىزگە ئۇچۇر ئەۋەتىلمەيدۇ.
# review: questions-asked-before
questions-asked-before = بۇ سوئال بۇرۇن سورالغان. جاۋابى مانا.
# review: questions-own
questions-own = مۇشۇ تېلېفوندا سورالغانلىرى
# review: questions-own-text
questions-own-text = جاۋاب بېرىلگۈچە پەقەت مۇشۇ توركۆرگۈدىلا كۆرۈنىدۇ.
# review: questions-waits
questions-waits = كوپىراتىپنى كۈتۈۋاتىدۇ
# review: questions-waits-for-centre
questions-waits-for-centre = ئاۋۋال مەركەز كۆرۈپ چىقىدۇ
# review: questions-declined
questions-declined = جاۋاب بېرىلمىدى
# review: questions-will-tell
questions-will-tell = جاۋاب بېرىلگەندە بىر پارچە ئۇچۇر تاپشۇرۇۋالىسىز.
# review: questions-take-back
questions-take-back = قايتۇرۇۋېلىش
# review: questions-taken-back
questions-taken-back = سوئالىڭىز قايتۇرۇۋېلىندى، مەزمۇنى ئۆچۈرۈلدى.
# review: questions-wrong
questions-wrong = بۇنىڭدا مەسىلە بار
# review: questions-report-text
questions-report-text = مەركەز ئوقۇپ چىقىدۇ. كىمنىڭ ئېيتقانلىقىنى ھېچكىم بىلمەيدۇ.
# review: questions-report
questions-report = مەركەزگە ئېيتىش
# review: questions-reported
questions-reported = رەھمەت. مەركەز كۆرۈپ چىقىدۇ.
# review: feedback-title
feedback-title = سوئال ۋە باھالاشلار
# review: feedback-stat-questions
feedback-stat-questions = مەھسۇلات توغرۇلۇق سوئال
# review: feedback-stat-reviews
feedback-stat-reviews = جاۋاب بېرىدىغان باھالاش
# review: feedback-tab-questions
feedback-tab-questions = جاۋاب كۈتكەن سوئاللار
# review: feedback-tab-reviews
feedback-tab-reviews = جاۋاب كۈتكەن باھالاشلار
# review: feedback-tab-low
feedback-tab-low = ئۈچ يۇلتۇز ۋە تۆۋەن
# review: feedback-tab-answered
feedback-tab-answered = جاۋاب بېرىلگەن سوئاللار
# review: feedback-tab-all-reviews
feedback-tab-all-reviews = ھەممە باھالاشلار
# review: feedback-questions-lead
feedback-questions-lead = جاۋابىڭىز مەھسۇلات بېتىدە ھەممە ئادەمگە كۆرۈنىدۇ. قىسقا ۋە ئېنىق بولسا ياخشى.
# review: feedback-reviews-lead
feedback-reviews-lead = جاۋابىڭىز باھالاشنىڭ ئاستىدا ھەممە ئادەمگە كۆرۈنىدۇ. ناچار باھاغا بېرىلگەن سىلىق جاۋاب خېرىدارنى قايتۇرۇپ كېلىدۇ.
# review: feedback-no-questions
feedback-no-questions = بۇ يەردە سوئال يوق.
# review: feedback-no-reviews
feedback-no-reviews = بۇ يەردە باھالاش يوق.
# review: feedback-answer
feedback-answer = جاۋابىڭىز
# review: feedback-answer-hint
feedback-answer-hint = ھەممە ئادەم ئوقۇيدۇ.
# review: feedback-answer-in
feedback-answer-in = ھەممە ئادەم ئوقۇيدۇ. شۇ خەت يېزىلغان تىلدا بولسا تېخىمۇ ياخشى: { $language }.
# review: feedback-will-tell
feedback-will-tell = جاۋاب بەرسىڭىز، سورىغان كىشىگە بىر پارچە ئۇچۇر بارىدۇ.
# review: feedback-send
feedback-send = جاۋابنى ئېلان قىلىش
# review: feedback-answered
feedback-answered = جاۋابىڭىز ئەمدى ھەممە ئادەمگە كۆرۈنىدۇ.
# review: feedback-way-out
feedback-way-out = جاۋابىڭىزدا تور ئادرېسى، تېلېفون نومۇرى ياكى ھېساباتقا ئوخشايدىغان نەرسە بار. باشقا يەردە زاكاز قىلغانلارغا دۇكان ياردەم قىلالمايدۇ. كېرەكسىز بولسا، جاۋابىڭىزنى ئۆزگەرتىڭ.
# review: feedback-taken-away
feedback-taken-away = جاۋابىڭىز ئېلىۋېتىلدى.
# review: feedback-next
feedback-next = كېيىنكىسى
# review: feedback-decline
feedback-decline = جاۋاب بەرمەسلىك
# review: feedback-decline-text
feedback-decline-text = سورىغان كىشى سەۋەبىنى ئوقۇيدۇ، سوئالنى باشقىلار كۆرمەيدۇ. سەۋەبى:
# review: feedback-declined
feedback-declined = سوئال ئېلىۋېتىلدى. سورىغان كىشى سەۋەبىنى ئوقۇيدۇ.
# review: moderation-title
moderation-title = كۆرۈپ چىقىدىغان خەتلەر
# review: moderation-lead
moderation-lead = خېرىدارلار يازغان، ھازىرچە باشقىلارغا كۆرۈنمىگەن خەتلەر ۋە باشقىلار مەسىلە بار دېگەنلىرى. ھېچنېمە ئۆزلۈكىدىن يوشۇرۇلمايدۇ.
# review: moderation-none
moderation-none = كۆرۈپ چىقىدىغان ھېچنېمە يوق.
# review: moderation-held-questions
moderation-held-questions = كۈتۈۋاتقان سوئاللار
# review: moderation-held-reviews
moderation-held-reviews = كۈتۈۋاتقان باھالاشلار
# review: moderation-reported-questions
moderation-reported-questions = مەسىلە بار دېيىلگەن سوئاللار
# review: moderation-reported-reviews
moderation-reported-reviews = مەسىلە بار دېيىلگەن باھالاشلار
# review: moderation-more
moderation-more = يەنە بار. قارار قىلغانسېرى كېيىنكىلىرى چىقىدۇ.
# review: moderation-reports
moderation-reports = مەلۇم قىلغانلار: { $count }
# review: moderation-publish
moderation-publish = رۇخسەت قىلىش
# review: moderation-keep
moderation-keep = ئۆز پېتى قالدۇرۇش
# review: moderation-hide
moderation-hide = يوشۇرۇش
# review: moderation-words
moderation-words = يازغان كىشىگە بىر ئېغىز سۆز
# review: moderation-words-hint
moderation-words-hint = ئۇلار بۇنى سەۋەبنىڭ يېنىدا ئوقۇيدۇ.
# review: moderation-reason
moderation-reason = مۇشۇ سەۋەب بىلەن يوشۇرۇش:
# review: moderation-published
moderation-published = رۇخسەت قىلىندى.
# review: moderation-kept
moderation-kept = ئۆز پېتى قالدۇرۇلدى.
# review: moderation-hidden
moderation-hidden = يوشۇرۇلدى. يازغان كىشى سەۋەبىنى ئوقۇيدۇ.
# review: moderation-to-look-at
moderation-to-look-at = كۆرۈپ چىقىدىغانلىرى
# review: moderation-hidden-questions
moderation-hidden-questions = يوشۇرۇلغان سوئاللار
# review: moderation-hidden-reviews
moderation-hidden-reviews = يوشۇرۇلغان باھالاشلار
# review: moderation-hidden-lead
moderation-hidden-lead = مەركەز يوشۇرغان ۋە كوپىراتىپلار جاۋاب بەرمىگەن خەتلەر، ئەڭ يېڭىسى ئاۋۋال. خاتا يوشۇرۇلغىنىغا قايتا رۇخسەت قىلىشقا بولىدۇ.
# review: moderation-hidden-none
moderation-hidden-none = يوشۇرۇلغان ھېچنېمە يوق.
