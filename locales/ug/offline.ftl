### تور ناچار ۋاقىتلار ۋە ئورتاق تېلېفونلار: تورسىز بەتلەر، ئەۋەتىلىشنى ساقلاۋاتقانلار، ئېقىم تېجەش، زاكازلارنى ئۆچۈرۈش.
### review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا.

## A page that was opened before, shown without a network. One of the first four and one of the two after stand in one line

# review: offline-saved-now
offline-saved-now = بايا ساقلانغان
# review: offline-saved-minutes
offline-saved-minutes = { $minutes } مىنۇت ئىلگىرى ساقلانغان
# review: offline-saved-hours
offline-saved-hours = { $hours } سائەت ئىلگىرى ساقلانغان
# review: offline-saved-days
offline-saved-days = { $days } كۈن ئىلگىرى ساقلانغان
# review: offline-away
offline-away = تور يوق
# review: offline-slow
offline-slow = تور ئاستا

## The page in place of one that cannot be opened

# review: offline-title
offline-title = تور يوق
# review: offline-text
offline-text = بۇ بەتنى تورسىز ئاچقىلى بولمايدۇ. تور كەلگەندە قايتا سىناڭ.
# review: offline-seen
offline-seen = بۇ بەتلەرنى تورسىزمۇ ئاچالايسىز
# review: offline-unsent
offline-unsent = ئەۋەتكىنىڭىز يېتىپ بارمىدى. ئارقىغا قايتىڭ: يازغىنىڭىز شۇ يەردە تۇرىدۇ.
# review: offline-unforgotten
offline-unforgotten = تور يوق بولغاچقا ھېچنېمە ئۆچۈرۈلمىدى. زاكازلىرىڭىز ۋە ئۇچۇرلىرىڭىز يەنىلا بۇ تېلېفوندا: تور كەلگەندە، تېلېفوننى باشقىلار ئىشلىتىشتىن بۇرۇن قايتا سىناڭ.

## What waits on the phone to be sent

# review: offline-waiting-title
offline-waiting-title = ئەۋەتىلىشنى ساقلاۋاتىدۇ
# review: offline-waiting-nothing
offline-waiting-nothing = بۇ تېلېفوندا ئەۋەتىلىشنى ساقلاۋاتقان نەرسە يوق.
# review: offline-waits
offline-waits = بۇ تېلېفوندا تورنى ساقلاۋاتقان نەرسە بار.
# review: offline-see
offline-see = كۆرۈش
# review: offline-cart-waits
offline-cart-waits = تور يوق: بۇ ئۆزگەرتىش تېلېفونىڭىزدا تۇرىدۇ، تور كەلگەندە ئەۋەتىلىدۇ.
# review: offline-cart-kept
offline-cart-kept = ھارۋىدىكى ئۆزگەرتىشلەر تور كەلگەندە ئەۋەتىلىدۇ.
# review: offline-cart-refused
offline-cart-refused = ھارۋىدىكى بىر ئۆزگەرتىش ئەمەلگە ئاشمىدى. ھارۋىڭىزنى كۆرۈپ بېقىڭ.
# review: offline-order-waits
offline-order-waits = تور كەلگەندە زاكازىڭىز ئەۋەتىلىدۇ. ئۇ مۇشۇ تېلېفوندا ساقلاندى، بەتنى يېپىۋەتسىڭىزمۇ بولىدۇ.
# review: offline-order-asks
offline-order-asks = زاكازىڭىز ئەۋەتىلمىدى، چۈنكى ئۆزگىرىش بولدى. ھازىرقى باھاسىنى كۆرۈپ بېقىڭ.
# review: offline-order-look
offline-order-look = نېمە ئۆزگەرگەنلىكىنى كۆرۈش
# review: offline-order-sent
offline-order-sent = زاكازىڭىز ئەۋەتىلدى.
# review: offline-order-late
offline-order-late = بۇ يەردە ۋاز كېچىشكە كېچىكتىڭىز: زاكازىڭىز ئاللىقاچان ئەۋەتىلدى. ئۇنى ئۆزىنىڭ بېتىدە بىكار قىلالايسىز.
# review: offline-order-see
offline-order-see = زاكازنى كۆرۈش
# review: offline-send
offline-send = ھازىر ئەۋەتىش
# review: offline-drop
offline-drop = ئەۋەتمەسلىك
# review: offline-drop-ask
offline-drop-ask = بۇ زاكازدىن ۋاز كەچسىڭىز، تېلېفونىڭىز ئۇنى ئەمدى ئەۋەتمەيدۇ.
# review: offline-drop-sure
offline-drop-sure = زاكازدىن ۋاز كېچىش

## Saving data, in the footer

# review: offline-saving-start
offline-saving-start = ئېقىم تېجەش
# review: offline-saving-stop
offline-saving-stop = ئېقىم تېجەشنى توختىتىش
# review: offline-saving-on
offline-saving-on = ئېقىم تېجىلىۋاتىدۇ: رەسىملەر كىچىك، ئارتۇقچە نەرسە يوق.

## One's own orders on this phone

# review: offline-orders-title
offline-orders-title = بۇ تېلېفوندىكى زاكازلىرىم
offline-orders-short = زاكازلار
# review: offline-orders-other
offline-orders-other = باشقا زاكازنى ئىزدەش
# review: offline-forget
offline-forget = زاكازلىرىم ۋە ئۇچۇرلىرىمنى بۇ تېلېفوندىن ئۆچۈرۈش
# review: offline-forget-text
offline-forget-text = ھارۋا، ساقلىغانلىرىڭىز، ئەۋەتىلمىگەن زاكازلار ۋە يازغانلىرىڭىزمۇ ئۆچىدۇ. زاكازلارنىڭ ئۆزى ئۆزگەرمەيدۇ؛ كودى ۋە تېلېفون نومۇرىڭىز بىلەن ئۇلارنى قايتا تاپالايسىز.
# review: offline-forget-station
offline-forget-station = بۇ نۇقتىنىڭ تېلېفونى، ئۇنى باشقىلارمۇ ئىشلىتىدۇ. ئىشىڭىز پۈتكەندە ئۇچۇرلىرىڭىزنى ئۆچۈرۈۋېتىڭ.
# review: offline-forgotten
offline-forgotten = زاكازلىرىڭىز ۋە ئۇچۇرلىرىڭىز بۇ تېلېفوندىن ئۆچۈرۈلدى.

## Ordering the same again

# review: offline-again
offline-again = يەنە شۇلارنى زاكاز قىلىش
# review: offline-again-done
offline-again-done = شۇ چاغدا ئالغانلىرىڭىز بۈگۈنكى باھا بىلەن ھارۋىڭىزغا سېلىندى.
# review: offline-again-missing
offline-again-missing = تۆۋەندىكىلەرنى قوشقىلى بولمىدى ياكى شۇ چاغدىكىدەك كۆپ ئەمەس:
