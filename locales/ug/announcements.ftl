### مەركەز كوپىراتىپلارغا ئېيتىدىغان گەپلەر. review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا.

## مەركەزدە

# review: announcements-title
announcements-title = ئۇقتۇرۇشلار
# review: announcements-lead
announcements-lead = ھەر بىر كوپىراتىپ ئۇقتۇرۇشنى ئوقۇپ بولغۇچە خىزمەت رايونىنىڭ باش بېتىدە كۆرىدۇ.
# review: announcements-new
announcements-new = يېڭى ئۇقتۇرۇش
# review: announcements-new-text
announcements-new-text = بىر تىلدا يازسىڭىز كۇپايە: باشقا تىلدا ئوقۇيدىغانلار شۇ تېكىستنى تىلىنىڭ نامى بىلەن كۆرىدۇ. خېرىدارلار كۆرمەيدۇ.
# review: announcements-text
announcements-text = تېكىست، { $language }
# review: announcements-text-missing
announcements-text-missing = ھېچ بولمىغاندا بىر تىلدا يېزىڭ.
# review: announcements-last-day
announcements-last-day = ئاخىرقى كۈن
# review: announcements-last-day-hint
announcements-last-day-hint = شۇ كۈن ئاخىرلاشقۇچە كۆرۈنىدۇ. كۈن يېزىلمىسا، قايتۇرۇۋالغۇچە تۇرىدۇ.
# review: announcements-day-wrong
announcements-day-wrong = بۈگۈننى ياكى كېيىنكى كۈننى تاللاڭ، مەسىلەن: ⁦2026⁠-⁠12⁠-⁠31⁩.
# review: announcements-publish
announcements-publish = ئېلان قىلىش
# review: announcements-published
announcements-published = كوپىراتىپلار ئەمدى كۆرەلەيدۇ.
# review: announcements-taken-back-done
announcements-taken-back-done = ئۇقتۇرۇش قايتۇرۇۋېلىندى.
# review: announcements-current
announcements-current = ھازىر كۆرۈنۈۋاتقىنى
# review: announcements-over
announcements-over = ئاخىرلاشقىنى
# review: announcements-none
announcements-none = ئۇقتۇرۇش يوق.
# review: announcements-until
announcements-until = ئاخىرقى كۈنى: { $day }
# review: announcements-read-by
announcements-read-by = ئوقۇغان كوپىراتىپلار: { $count }
# review: announcements-take-back
announcements-take-back = قايتۇرۇۋېلىش
# review: announcements-taken-back
announcements-taken-back = قايتۇرۇۋېلىنغان

## كوپىراتىپنىڭ خىزمەت رايونىدا

# review: announcements-from
announcements-from = مەركەزدىن
# review: announcements-read
announcements-read = ئوقۇدۇم
# review: announcements-more
announcements-more = يەنە بار
# review: announcements-all
announcements-all = مەركەزنىڭ ئۇقتۇرۇشلىرى
