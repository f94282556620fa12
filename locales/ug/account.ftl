### review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا. (No native speaker has read this file yet.)

account-sign-in-title = كىرىش
# review: account-signed-out
account-signed-out = ھېسابىڭىزدىن چىقىپ كەتكەنىكەنسىز، باسقىنىڭىز ئورۇندالمىدى. كىرىپ قايتا بېسىڭ.
# review: account-signed-out-kept
account-signed-out-kept = يوللاشتىن بۇرۇن چىقىپ كەتكەنىكەنسىز. كىرىڭ، ھەممىسى ساقلاقلىق، كىرگەندىن كېيىن يوللىيالايسىز.
# review: account-sent-title
account-sent-title = كىردىڭىز
# review: account-sent-text
account-sent-text = يازغانلىرىڭىز مۇشۇ يەردە، تېخى يوللانمىدى.
# review: account-sent-send
account-sent-send = ھازىر يوللاش
# review: account-sent-not
account-sent-not = يوللىماسلىق
# review: account-sign-in-text
account-sign-in-text = كوپىراتىپ ئەزالىرى، مەركەز ۋە ئېلىپ كېتىش نۇقتىسى خادىملىرى، شۇنداقلا تەرجىمانلار ئۈچۈن. مال سېتىۋېلىشقا تىزىملىتىش كېرەك ئەمەس.
account-phone = تېلېفون نومۇرى
account-password = مەخپىي نومۇر
account-sign-in = كىرىش
account-code-title = مەخپىي نومۇرسىز كىرىش
account-code-text = تېلېفونىڭىزغا بىر قېتىملىق تەستىق كودى ئەۋەتىمىز.
account-code-send = كود ئەۋەتىش
account-code-sent = بۇ نومۇر ئەزالارنىڭ بولسا، كود ئەۋەتىلدى. بەش مىنۇت ئىچىدە كۈچكە ئىگە.
account-code = تەستىق كودى
account-code-again = باشقا نومۇر ئىشلىتىش ياكى يېڭى كود ئېلىش
account-sign-out = چېكىنىش

## ئۆزىنىڭ ھېساباتى

account-title = ھېساباتىڭىز
account-wait-instead = كود سورىغان بولسىڭىز، مەخپىي نومۇر بىلەن كىرسىڭىز بولىدۇ.
# review: account-wait-code
account-wait-code = ئۇنىڭ ئورنىغا تېلېفونىڭىزغا كود ئەۋەتتۈرسىڭىز بولىدۇ.
account-works-title = قەيەر ئۈچۈن ئىشلەيسىز
account-works-none = ھازىر ھېچقەيەرنىڭ ئەزاسى ئەمەسسىز. سىزنى تەكلىپ قىلغان كىشىدىن سوراڭ.
account-works-now = ھازىر
account-works-switch = مۇشۇنىڭغا ئالمىشىش
account-sessions-title = كىرگەن ئۈسكۈنىلەر
account-sessions-text = تونۇمايدىغىنىنى چېكىندۈرۈپ، ئاندىن مەخپىي نومۇرنى ئۆزگەرتىڭ.
account-session-this = مۇشۇ ئۈسكۈنە
account-session-unknown = نامەلۇم ئۈسكۈنە
account-session-since = كىرگەن ۋاقىت
account-session-seen = ئاخىرقى ئىشلىتىش
account-session-end = چېكىندۈرۈش
account-sessions-end-others = باشقا ھەممىنى چېكىندۈرۈش
account-session-ended = چېكىندۈرۈلدى.
account-password-first = تېخى مەخپىي نومۇرىڭىز يوق، كود بىلەن كىرىسىز. خالىسىڭىز بىرنى بېكىتىڭ.
account-password-others = ئۆزگەرتكەندىن كېيىن پەقەت مۇشۇ ئۈسكۈنىدىلا كىرگەن پېتى قالىسىز.
account-password-old = ھازىرقى مەخپىي نومۇر
account-password-new = يېڭى مەخپىي نومۇر
account-password-hint = ئاز دېگەندە 8 ھەرپ، ھەر قانداق يېزىقتا بولىدۇ؛ ئارىسىدىكى بوشلۇقمۇ ھېسابلىنىدۇ.
account-password-change = مەخپىي نومۇرنى ئۆزگەرتىش
account-password-changed = مەخپىي نومۇر ئۆزگەرتىلدى. باشقا ئۈسكۈنىلەر چېكىندۈرۈلدى.
account-password-wrong = ھازىرقى مەخپىي نومۇر بۇ ئەمەس.
# review: account-confirm-title
account-confirm-title = داۋاملاشتۇرۇشتىن بۇرۇن كىملىكىڭىزنى جەزملەڭ
# review: account-confirm-title-money
account-confirm-title-money = پۇل تارقىتىشتىن بۇرۇن كىملىكىڭىزنى جەزملەڭ
# review: account-confirm-title-people
account-confirm-title-people = ئەزالارنى ئۆزگەرتىشتىن بۇرۇن كىملىكىڭىزنى جەزملەڭ
# review: account-confirm-title-devices
account-confirm-title-devices = ئۈسكۈنىلىرىڭىزنى ئۆزگەرتىشتىن بۇرۇن كىملىكىڭىزنى جەزملەڭ
# review: account-confirm-text
account-confirm-text = مەخپىي نومۇرىڭىزنى ياكى تېلېفونىڭىزغا ئەۋەتىلىدىغان تەستىق كودىنى كىرگۈزۈڭ. ئوچۇق قالغان ئۈسكۈنىدە باشقىلار قىلىۋالمىسۇن دەپ يەنە بىر قېتىم سورايمىز. يازغانلىرىڭىز ساقلىنىدۇ.
account-confirm-code = ياكى تەستىق كودى
# review: account-confirm-password-wrong
account-confirm-password-wrong = مەخپىي نومۇر توغرا ئەمەس. تەكشۈرۈڭ ياكى تەستىق كودى ئەۋەتكۈزۈڭ.
# review: account-confirm-code-wrong
account-confirm-code-wrong = بۇ كود توغرا ئەمەس ياكى ئەۋەتىلگىنىگە بەش مىنۇتتىن ئاشتى. تەكشۈرۈڭ ياكى يېڭىسىنى ئەۋەتكۈزۈڭ.
account-confirm-sent = كود تېلېفونىڭىزغا ئەۋەتىلدى. بەش مىنۇت ئىچىدە كۈچكە ئىگە.
account-confirm = داۋاملاشتۇرۇش
