# review: renaming-title
renaming-title = ئىسمى ۋە تېلېفونى
# review: renaming-lead
renaming-lead = خېرىدارلار دۇكاننىڭ ھەممە يېرىدە ئوقۇيدىغان ئىسىم. ئۆزگەرتىشنى ئاۋۋال مەركەز كۆرۈپ چىقىدۇ، ئۇنىڭغىچە ھېچنېمە ئۆزگەرمەيدۇ.
# review: renaming-name
renaming-name = ئىسمى
# review: renaming-phone
renaming-phone = تېلېفون
# review: renaming-phone-hint
renaming-phone-hint = خېرىدارلار بېتىڭىزدە كۆرىدۇ. كۆرسەتمىسىڭىز، بوش قويۇڭ.
# review: renaming-ask
renaming-ask = مەركەزگە ئەۋەتىش
# review: renaming-asked
renaming-asked = ئەۋەتىلدى. مەركەز كۆرۈپ چىقىدۇ، ئۇنىڭغىچە خېرىدارلار بۇرۇنقىسىنى كۆرىدۇ.
# review: renaming-waits
renaming-waits = ئىسىم ياكى تېلېفوننىڭ ئۆزگەرتىلىشى مەركەزنى كۈتۈۋاتىدۇ.
# review: renaming-sent-back
renaming-sent-back = مەركەز ئىسىم ياكى تېلېفوننىڭ ئۆزگەرتىلىشىنى جەزملىمىدى.
# review: renaming-take-back
renaming-take-back = قايتۇرۇۋېلىش
# review: renaming-taken-back
renaming-taken-back = قايتۇرۇۋېلىندى. ھېچنېمە ئۆزگەرمىدى.
# review: renaming-after
renaming-after = يېڭىسى
# review: renaming-badge
renaming-badge = ئىسمى ياكى تېلېفونى
# review: renaming-waits-here
renaming-waits-here = ئىسمى ياكى تېلېفونىنى ئۆزگەرتمەكچى
# review: renaming-confirm
renaming-confirm = جەزملەش
# review: renaming-confirmed
renaming-confirmed = جەزملەندى. خېرىدارلار ئەمدى كۆرىدۇ.
# review: renaming-reason
renaming-reason = نېمىشقا بولمايدۇ
# review: renaming-send-back
renaming-send-back = قايتۇرۇش
# review: renaming-refused
renaming-refused = قايتۇرۇلدى. كوپىراتىپ سىز يازغان سەۋەبنى ئوقۇيدۇ.
