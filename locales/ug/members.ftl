### review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا. (No native speaker has read this file yet.)

members-title = ئەزالار
members-text = باشلىق ھەممىنى قىلالايدۇ؛ تەھرىر دۇكان بېتى ۋە مەھسۇلاتلارنى؛ ئورىغۇچى زاكازلارنى؛ مالىيە پۇلنى كۆرىدۇ؛ رىياسەتچى نەق مەيدان سودىسىنى.
members-name = ئىسمى
members-role = رولى
members-role-choose = رول تاللاڭ
members-role-admin = باشقۇرغۇچى
members-role-finance = مالىيە
members-role-support = ياردەم
members-role-owner = باشلىق
members-role-editor = تەھرىر
members-role-packer = ئورىغۇچى
members-role-host = رىياسەتچى
members-role-manager = نۇقتا باشلىقى
members-role-clerk = خادىم
members-role-translator = تەرجىمان
members-role-reviewer = تەكشۈرگۈچى
members-centre = مەركەز
members-language = تېكىستلەر: { $language }
members-self = سىز
members-invited = تەكلىپ قىلىنغان
members-change = رولنى ئۆزگەرتىش
members-change-named = رولنى ئۆزگەرتىش: { $name }
members-remove = چىقىرىۋېتىش
members-remove-named = چىقىرىۋېتىش: { $name }
members-none = تېخى ھېچكىم يوق.
members-invite-title = ئەزا تەكلىپ قىلىش
members-invite-text = ئۇ مۇشۇ نومۇر ۋە تەستىق كودى بىلەن كىرىدۇ. ئۆزىڭىز ئېيتىپ قويۇڭ، ئۇچۇر ئەۋەتىلمەيدۇ.
members-invite = قوشۇش
# review: members-link-title
members-link-title = ئۇلانما بىلەن تەكلىپ قىلىش
# review: members-link-text
members-link-text = ئۇلانمىنى ئەۋەتىڭ ياكى كودنى سايىلىتىڭ. ئاچقان كىشى ئىسمى ۋە نومۇرىنى يېزىپ، كەلگەن كودنى كىرگۈزسە ئەزا بولىدۇ. بىر كىشىگە، ئۈچ كۈن ئىچىدە كۈچكە ئىگە.
# review: members-link-make
members-link-make = ئۇلانما ياساش
# review: members-link-qr
members-link-qr = تەكلىپنىڭ QR كودى
# review: members-link-good
members-link-good = { $role }، كۈچكە ئىگە ۋاقتى: { $until }
# review: members-link
members-link = ئۇلانما
# review: members-link-end
members-link-end = ئۇلانمىنى قايتۇرۇۋېلىش
# review: members-join-title
members-join-title = سىز تەكلىپ قىلىندىڭىز
# review: members-join-text
members-join-text = { $cooperative } سىزنى تەكلىپ قىلدى. رولىڭىز: { $role }.
# review: members-join-phone
members-join-phone = بۇ نومۇرغا بىر قېتىملىق كود يوللايمىز.
# review: members-join
members-join = قوشۇلۇش
# review: members-join-sent
members-join-sent = كود يولغا چىقتى، 5 مىنۇت ئىناۋەتلىك. نومۇر سىزنىڭ بولمىسا، تۈزىتىپ يېڭى كود سوراڭ.
# review: members-join-again
members-join-again = يېڭى كود يوللاش
# review: members-join-code-wrong
members-join-code-wrong = بۇ كود توغرا ئەمەس ياكى ئەۋەتىلگىنىگە بەش مىنۇتتىن ئاشتى. تەكشۈرۈڭ ياكى يېڭىسىنى ئەۋەتكۈزۈڭ.
# review: members-join-signed-in
members-join-signed-in = سىز كىرگەن: { $name }، { $phone }.
# review: members-join-already
members-join-already = سىز بۇ كوپىراتىپنىڭ ئەزاسى، رولىڭىز: { $role }. سىز ئۈچۈن ھېچنېمە ئۆزگەرمەيدۇ، ئۇلانما باشقا بىر كىشى ئۈچۈن يەنىلا كۈچكە ئىگە.
# review: members-join-other
members-join-other = باشقا نومۇر بىلەن
# review: members-join-password
members-join-password = ھېساباتىم بار: كىرىش
# review: members-join-over
members-join-over = بۇ ئۇلانما ئەمدى كۈچكە ئىگە ئەمەس: باشقا بىرسى ئىشلەتكەن، قايتۇرۇۋېلىنغان ياكى ۋاقتى ئۆتكەن. يېڭىسىنى سوراڭ.
members-saved = ساقلاندى.
members-kind = قەيەرنىڭ ئەزالىرى
members-kind-cooperative = كوپىراتىپ
members-kind-station = ئېلىپ كېتىش نۇقتىسى
members-which = قايسىسى
members-which-hint = كوپىراتىپنىڭ ئادرېسىدىكى نامى (⁦altun-badam⁩) ياكى نۇقتىنىڭ كودى (B001).
members-newest = ئەڭ يېڭى ئەزالار
members-show = كۆرسىتىش
support-title = كوپىراتىپ نامىدا ئىشلەش
support-text = ئۇنىڭ خىزمەت رايونىنى ئېچىپ، ئۇنىڭ نامىدا ئىشلەيسىز. كوپىراتىپ بۇنى كۆرىدۇ، قىلغان ھەممە ئىش خاتىرىلىنىدۇ.
support-search = كوپىراتىپنىڭ نامى
support-begin = خىزمەت رايونىنى ئېچىش
support-begin-named = خىزمەت رايونىنى ئېچىش: { $name }
# review: support-find
support-find = كوپىراتىپنىڭ نامى ياكى زاكاز نومۇرى
# review: support-open-order
support-open-order = زاكازنى ئېچىش
# review: support-open-order-named
support-open-order-named = زاكازنى ئېچىش: { $code }، { $name }
support-none = نامىدا بۇ سۆز بار كوپىراتىپ يوق.
support-banner = سىز بۇ كوپىراتىپ نامىدا ئىشلەۋاتىسىز. كوپىراتىپ بۇنى كۆرىدۇ.
support-end = ئاخىرلاشتۇرۇش
support-visits-title = مەركەز بۇ يەردە سىلەرنىڭ نامىڭلاردا ئىشلىدى
