### بۇ يەردە ساتماقچى بولغان كوپىراتىپلار. review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا.

## كوپىراتىپقا

# review: application-title
application-title = مەھسۇلاتىڭىزنى بۇ يەردە سېتىڭ
# review: application-link
application-link = كوپىراتىپ بولۇپ سېتىش
# review: application-lead
application-lead = رايوندىكى كوپىراتىپلار ئۈچۈن. كىم ئىكەنلىكىڭىز ۋە نېمە ساتىدىغانلىقىڭىزنى يېزىڭ: مەركەز كۆرۈپ چىقىپ، ئۇچۇر ئارقىلىق جاۋاب بېرىدۇ.
# review: application-name
application-name = كوپىراتىپنىڭ نامى
# review: application-township
application-township = يېزا-بازار
# review: application-township-choose
application-township-choose = يېزا-بازارنى تاللاڭ
# review: application-goods
application-goods = نېمە ساتىسىز
# review: application-goods-hint
application-goods-hint = مەسىلەن: بادام، ياڭاق، ھەسەل
# review: application-about
application-about = ئۆزىڭىزلار ھەققىدە
# review: application-about-hint
application-about-hint = بىر نەچچە جۈملە: قانچە كىشى، قانچىلىك ھوسۇل.
# review: application-person
application-person = ئالاقىلىشىدىغان كىشى
# review: application-person-hint
application-person-hint = قوبۇل قىلىنغاندىن كېيىن دۇكاننى باشقۇرىدۇ.
# review: application-phone-hint
application-phone-hint = بۇ نومۇرغا تەستىق نومۇرى ۋە جاۋاب ئەۋەتىمىز.
# review: application-code-first
application-code-first = ئالدى بىلەن تېلېفونغا تەستىق نومۇرى ئەۋەتىمىز. ئۇنى كىرگۈزگۈچە مەركەزگە ھېچ نەرسە ئەۋەتىلمەيدۇ.
# review: application-code-sent
application-code-sent = تەستىق نومۇرى ئەۋەتىلدى. جەدۋەلنىڭ ئاخىرىغا كىرگۈزۈڭ؛ بەش مىنۇت كۈچكە ئىگە.
# review: application-one-waits
application-one-waits = بۇ نومۇرنىڭ بىر ئىلتىماسى مەركەزنى كۈتۈۋاتىدۇ، شۇڭا بۇسى يوللانمىدى. يازغانلىرىڭىز مۇشۇ يەردە تۇرىدۇ.
# review: application-was-taken
application-was-taken = بۇ جەدۋەلنى ئىلگىرى ئەۋەتكەن، شۇ چاغدا يازغىنىڭىز مەركەزدە. ھازىر يازغىنىڭىز يوللانمىدى، مۇشۇ يەردە تۇرىدۇ. باشقا ئىلتىماس قىلىپ ئەۋەتىش ئۈچۈن يېڭى تەستىق نومۇرى سوراڭ.
# review: application-send
application-send = مەركەزگە ئەۋەتىش
# review: application-yours
application-yours = ئىلتىماسىڭىز
# review: application-sent
application-sent = ئەۋەتىلدى. بۇ بەتنىڭ ئادرېسىنى ساقلاپ قويۇڭ: قانداق بولغانلىقىنى كۆرسىتىدۇ.
# review: application-sent-at
application-sent-at = ئەۋەتىلگەن ۋاقتى
# review: application-waits
application-waits = مەركەزدە. قارار چىققاندا سىزگە ئۇچۇر كېلىدۇ.
# review: application-admitted
application-admitted = كوپىراتىپىڭىز قوبۇل قىلىندى. تېلېفونىڭىز بىلەن كىرىپ، دۇكىنىڭىزنى تولدۇرۇڭ.
# review: application-sign-in
application-sign-in = كىرىش
# review: application-refused
application-refused = مەركەز كوپىراتىپىڭىزنى قوبۇل قىلمىدى:
# review: application-again
application-again = قايتا ئىلتىماس قىلىش

## مەركەزدە

# review: application-list
application-list = ئىلتىماسلار
# review: application-none
application-none = ئىلتىماس يوق.
# review: application-state-waiting
application-state-waiting = كۈتۈۋاتقان
# review: application-state-admitted
application-state-admitted = قوبۇل قىلىنغان
# review: application-state-refused
application-state-refused = رەت قىلىنغان
# review: application-back
application-back = ئىلتىماسلارنىڭ ھەممىسى
# review: application-became
application-became = كوپىراتىپقا
# review: application-admit
application-admit = قوبۇل قىلىش
# review: application-admit-text
application-admit-text = كوپىراتىپ دەرھال دۇكانغا كىرىدۇ، ئالاقىلىشىدىغان كىشى ئىگىسى بولىدۇ ۋە ئۇچۇر تاپشۇرۇۋالىدۇ. ئېلان قىلغانلىرى سىز باشقىچە بېكىتكۈچە سىزنى كۈتىدۇ.
# review: application-slug
application-slug = ئادرېستىكى نامى
# review: application-slug-hint
application-slug-hint = كىچىك لاتىن ھەرپلىرى، رەقەم ۋە سىزىقچە. كېيىن ئۆزگەرمەيدۇ.
# review: application-slug-taken
application-slug-taken = بۇ نامنى باشقا كوپىراتىپ ئىشلىتىۋاتىدۇ. باشقىسىنى تاللاڭ.
# review: application-slug-wrong
application-slug-wrong = كىچىك لاتىن ھەرپلىرى ۋە رەقەم ئىشلىتىڭ، سىزىقچە پەقەت ئوتتۇرىسىدا بولسۇن؛ new، shops، zh دېگەندەك دۇكان ئادرېسىنىڭ ئۆز سۆزلىرى بولمايدۇ.
# review: application-refuse
application-refuse = رەت قىلىش
# review: application-overtaken
application-overtaken = بۇ ئىلتىماس ئاللىقاچان قارار قىلىنغان، شۇڭا بۇ قېتىم ھېچ ئىش قىلىنمىدى. قانداق قارار قىلىنغانلىقى تۆۋەندە.
# review: application-reason
application-reason = سەۋەبى
# review: application-reason-hint
application-reason-hint = ئىلتىماس قىلغۇچى ئوقۇيدۇ ۋە ئۇچۇر ئارقىلىق تاپشۇرۇۋالىدۇ.
# review: application-done-admit
application-done-admit = قوبۇل قىلىندى. ئىگىسى ئۇچۇر تاپشۇرۇۋالىدۇ.
# review: application-done-refuse
application-done-refuse = رەت قىلىندى. ئىلتىماس قىلغۇچى ئۇچۇر تاپشۇرۇۋالىدۇ.

## ھۆججەتلەر

# review: application-documents
application-documents = ھۆججەتلەر
# review: application-documents-text
application-documents-text = تىزىملىتىش گۇۋاھنامىسى دېگەندەك ھۆججىتىڭىز بولسا قوشۇڭ: ئەڭ كۆپ بەش رەسىم ياكى PDF، ھەر بىرى 10 MB تىن ئاشمىسۇن. پەقەت مەركەز ئاچالايدۇ.
# review: application-document-file
application-document-file = رەسىم ياكى PDF تاللاش
# review: application-document-add
application-document-add = ھۆججەت قوشۇش
# review: application-document-remove
application-document-remove = ئېلىۋېتىش
# review: application-document-remove-named
application-document-remove-named = ئېلىۋېتىش: { $name }
# review: application-document-added
application-document-added = ھۆججەت قوشۇلدى.
# review: application-document-other
application-document-other = بۇ جەدۋەل بىلەن ئىلگىرى باشقا بىر ھۆججەت كەلگەن ۋە قوبۇل قىلىنغان. ھازىر تاللىغىنىڭىز قوبۇل قىلىنمىدى: قايتا تاللاڭ.
# review: application-document-busy
application-document-busy = ھازىر نۇرغۇن ھۆججەت يوللىنىۋاتىدۇ، شۇڭا بۇ ھۆججەت قوبۇل قىلىنمىدى. ئىلتىماسىڭىز بار. بىر مىنۇتتىن كېيىن ھۆججەتنى قايتا يوللاڭ.
# review: application-document-not-added
application-document-not-added = ھۆججەت قوشۇلمىدى: ئاللىقاچان بەش ھۆججەت بار ئىدى.
# review: application-document-decided
application-document-decided = ئىلتىماسىڭىزغا قارار چىقتى، شۇڭا ھېچ نەرسە قوشۇلمىدى ۋە ئېلىۋېتىلمىدى.
# review: application-documents-full
application-documents-full = بەش ھۆججەت بار، بۇنىڭدىن كۆپ بولمايدۇ. باشقىسىنى قوشۇش ئۈچۈن بىرنى ئېلىۋېتىڭ.
# review: application-document-removed
application-document-removed = ھۆججەت ئېلىۋېتىلدى.
# review: application-document-not-there
application-document-not-there = ئۇ ھۆججەت ئەمدى يوق ئىكەن؛ ھېچنېمە ئېلىۋېتىلمىدى.
# review: application-document-size
application-document-size = { $size } kB
# review: application-document-missing
application-document-missing = ئىچىدە نەرسە بار ھۆججەت تاللاڭ.
# review: application-document-too-large
application-document-too-large = ھۆججەت 10 MB تىن چوڭ. كىچىكرەك رەسىمگە تارتىڭ ياكى PDF نى بۆلۈڭ.
# review: application-document-other-kind
application-document-other-kind = بۇ رەسىممۇ (JPEG، PNG، WebP) ئەمەس، PDF مۇ ئەمەس.
# review: application-document-broken
application-document-broken = بۇ ھۆججەتنى ئوقۇغىلى بولمىدى. قايتا رەسىمگە تارتىڭ ياكى PDF نى قايتا ساقلاڭ.
