### review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا. (No native speaker has read this file yet.)

# review: passkey-title
passkey-title = بارماق ئىزى ياكى چىراي بىلەن كىرىش
# review: passkey-text
passkey-text = سىز ئىكەنلىكىڭىزنى تېلېفونىڭىز ياكى كومپيۇتېرىڭىز جەزملەيدۇ، مەخپىي نومۇر يازمايسىز. بارماق ئىزى ۋە چىراي ئۈسكۈنىدە قالىدۇ، بىزگە ئەۋەتىلمەيدۇ.
# review: passkey-manage
passkey-manage = ئۈسكۈنىلىرىڭىز
# review: passkey-none
passkey-none = تېخى تەڭشەلگەن ئۈسكۈنە يوق.
# review: passkey-added
passkey-added = تەڭشەلگەن ۋاقىت
# review: passkey-used
passkey-used = ئاخىرقى ئىشلىتىش
# review: passkey-unused
passkey-unused = تېخى ئىشلىتىلمىدى
# review: passkey-change
passkey-change = ئۆزگەرتىش
# review: passkey-name
passkey-name = ئۈسكۈنىنىڭ ئىسمى
# review: passkey-name-hint
passkey-name-hint = تىزىملىكتە تونۇۋېلىش ئۈچۈن، مەسىلەن «تېلېفونۇم». بوش قالسىمۇ بولىدۇ.
# review: passkey-rename
passkey-rename = ئىسمىنى ساقلاش
# review: passkey-remove-text
passkey-remove-text = ئېلىۋېتىلسە ئۇنىڭ بىلەن كىرگىلى بولمايدۇ، ئۇنىڭ بىلەن كىرگەن يەرلەرمۇ چېكىندۈرۈلىدۇ.
# review: passkey-remove
passkey-remove = ئېلىۋېتىش
# review: passkey-add-title
passkey-add-title = مۇشۇ ئۈسكۈنىنى تەڭشەش
# review: passkey-add-text
passkey-add-text = ئۈسكۈنە بارماق ئىزىڭىزنى، چىرايىڭىزنى ياكى ئېكران قۇلۇپىنى سورايدۇ. باشقىلار ئاچالمايدىغان ئۈسكۈنىدىلا تەڭشەڭ.
# review: passkey-add
passkey-add = مۇشۇ ئۈسكۈنىنى تەڭشەش
# review: passkey-most
passkey-most = { $most } ئۈسكۈنە تەڭشىدىڭىز، بۇنىڭدىن كۆپ بولمايدۇ. ئىشلەتمەيدىغان بىرىنى ئېلىۋېتىڭ.
# review: passkey-not-here
passkey-not-here = بۇ تور كۆرگۈ بۇ يەردە ئۇنى قىلالمايدۇ. دۇكاننى تېلېفوننىڭ ئۆز تور كۆرگۈسىدە، مەسىلەن Chrome ياكى Safari دا ئېچىڭ.
# review: passkey-add-failed
passkey-add-failed = ئۈسكۈنە تەڭشەلمىدى: ۋاقىت ئۆتۈپ كەتتى ياكى جاۋابى بۇ بەتنىڭ ئەمەس. قايتا سىناڭ.
# review: passkey-is-added
passkey-is-added = ئۈسكۈنە تەڭشەلدى. بۇنىڭدىن كېيىن ئۇنىڭ بىلەن كىرەلەيسىز.
# review: passkey-is-renamed
passkey-is-renamed = ئىسمى ساقلاندى.
# review: passkey-is-removed
passkey-is-removed = ئېلىۋېتىلدى. ئۈسكۈنىنىڭ تەڭشەكلىرىدىكى ئاچقۇچنىمۇ ئۆچۈرۈڭ: ئۇنىڭ بىلەن بۇ يەرگە كىرگىلى بولمايدۇ.
# review: passkey-sign-in
passkey-sign-in = بارماق ئىزى ياكى چىراينى ئىشلىتىش
# review: passkey-sign-in-failed
passkey-sign-in-failed = كىرەلمىدىڭىز: توغرا كەلمىدى ياكى ۋاقىت ئۆتۈپ كەتتى. قايتا سىناڭ ياكى تېلېفون نومۇرىڭىز بىلەن كىرىڭ.
# review: passkey-confirm
passkey-confirm = بارماق ئىزى ياكى چىراينى ئىشلىتىش
# review: passkey-confirm-failed
passkey-confirm-failed = توغرا كەلمىدى ياكى ۋاقىت ئۆتۈپ كەتتى. قايتا سىناڭ ياكى مەخپىي نومۇر ياكى كود ئىشلىتىڭ.
# review: passkey-asking
passkey-asking = ئۈسكۈنىڭىزنىڭ دېگىنىنى قىلىڭ.
# review: passkey-stopped
passkey-stopped = ھېچ ئىش قىلىنمىدى: بىكار قىلىندى ياكى ۋاقىت ئۆتۈپ كەتتى. قايتا سىناش ئۈچۈن كۇنۇپكىنى بېسىڭ.
# review: passkey-known
passkey-known = بۇ ئۈسكۈنە بۇرۇن تەڭشەلگەن.
# review: passkey-impossible
passkey-impossible = بۇ ئۈسكۈنە ئۇنى قىلالمايدۇ. ئۈسكۈنىنىڭ تەڭشەكلىرىدە ئېكران قۇلۇپى، بارماق ئىزى ياكى چىراي بېكىتىلگەن بولۇشى كېرەك.
# review: passkey-offline
passkey-offline = تور يوق. تور كەلگەندە كۇنۇپكىنى قايتا بېسىڭ.
# review: passkey-later
passkey-later = بەك كۆپ سىنالدى. بىردەم ساقلاپ قايتا سىناڭ.
# review: passkey-busy
passkey-busy = دۇكان ھازىر جاۋاب بېرەلمەيدۇ. بىردەمدىن كېيىن كۇنۇپكىنى قايتا بېسىڭ.
# review: passkey-broken
passkey-broken = بولمىدى. بەتنى قايتا ئېچىپ سىناڭ.
