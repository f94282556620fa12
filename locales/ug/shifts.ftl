### review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا. (No native speaker has read this file yet.)

shift-title = نۆۋەت ۋە نەق پۇل
shift-start = نۆۋەت باشلاش
shift-start-text = باشلاشتىن بۇرۇن ئالدىڭىزدىكى نەق پۇلنى ساناڭ.
shift-needed = نەق پۇل ئېلىش ياكى قايتۇرۇش ئۈچۈن ئاۋۋال نۆۋەتنى باشلاڭ. ئاندىن مۇشۇ زاكازغا قايتىسىز.
shift-sum = سانالغان نەق پۇل (يۈەن)
shift-sum-hint = بىر سان، مەسىلەن 350.50؛ ياكى تۆۋەندە قەغەز پۇل ۋە تەڭگە بويىچە ساناڭ.
shift-by-notes = قەغەز پۇل ۋە تەڭگە بويىچە ساناش
shift-piece = { $value } — نەچچە دانە
shift-piece-wrong = پۈتۈن سان كىرگۈزۈڭ ياكى بوش قالدۇرۇڭ.
shift-sum-differs = قەغەز پۇل ۋە تەڭگىلەرنىڭ جەمئىيسى باشقا چىقتى. ئىككىسىنىڭ بىرىنى تۈزىتىڭ.
# review: shift-sum-too-much
shift-sum-too-much = بۇ بەك كۆپ. پۇل تارتمىسىغا ئەڭ كۆپ سىغىدىغىنى: { $most }. سانلارنى تەكشۈرۈڭ.
shift-left-last = ئۆتكەن قېتىم تارتمىدا قالدۇرغىنىڭىز: { $amount }. ھازىر باشقا سان بولسا، سەۋەبىنى يېزىڭ.
shift-reason = نېمىشقا باشقا سان چىقتى
shift-reason-needed = سان بولۇشقا تېگىشلىكىدىن پەرقلىق. سەۋەبىنى يېزىڭ.
shift-opened = نۆۋىتىڭىز باشلاندى.
shift-running = نۆۋىتىڭىز
shift-none = ھازىر نۆۋىتىڭىز يوق. پۇلى تۆلەنگەن مالنى تاپشۇرغىلى بولىدۇ، نەق پۇل ئېلىش ئۈچۈن نۆۋەت كېرەك.
shift-since = باشلانغان ۋاقتى
shift-until = ئاياغلاشقان ۋاقتى
shift-float = باشتىكى نەق پۇل
shift-taken = ئېلىنغان نەق پۇل
shift-given-back = قايتۇرۇلغان نەق پۇل
shift-handed-over = مەركەزگە تاپشۇرۇلغان
shift-expected = بولۇشقا تېگىشلىك نەق پۇل
shift-counted = ئەمەلىيەتتىكى نەق پۇل
shift-difference = پەرق
shift-left = تارتمىدا قالغىنى
shift-carried = ئىلگىرى تارتمىدا قالغىنى
shift-close = نۆۋەتنى ئاياغلاشتۇرۇش
shift-close-text = تارتمىدىكى ھەممە نەق پۇلنى ساناڭ. ئاياغلاشقاندىن كېيىن ئۆزگەرتكىلى بولمايدۇ.
shift-stays = تارتمىدا قالىدىغىنى (يۈەن)
shift-stays-hint = قالغىنى مەركەزگە تاپشۇرۇلىدۇ. ھېچنېمە قالمىسا 0 كىرگۈزۈڭ.
shift-stays-too-much = سانالغاندىن كۆپ قالمايدۇ.
shift-changed = بۇ ئارىلىقتا نەق پۇل ئېلىندى ياكى قايتۇرۇلدى، شۇڭا نۆۋەت تېخى ئوچۇق. يېڭى سانغا قاراپ قايتا ساناڭ.
# review: shift-elsewhere
shift-elsewhere = بۇ بەت ئېچىلغاندىن كېيىن باشقا خىزمەت ئورنىغا ئالماشتىڭىز، شۇڭا ھېچنېمە قىلىنمىدى. ھېساباتىڭىزدا قايتا ئالمىشىڭ ياكى ھەممىنى تەكشۈرۈپ قايتا يوللاڭ.
shift-closed = نۆۋىتىڭىز ئاياغلاشتى.
shift-hand-over = نەق پۇلنى مەركەزگە تاپشۇرۇش
shift-hand-over-text = نۆۋىتىڭىز ئاياغلاشماي تۇرۇپ مەركەزدىن ئادەم كېلىپ نەق پۇلنى ئالسا.
shift-hand-over-note = ئالغان ئادەم ياكى تالون نومۇرى
shift-hand-over-too-much = تارتمىدا ئۇنچىلىك پۇل بولماسلىقى كېرەك.
shift-handed-over-done = تاپشۇرۇلغان نەق پۇل خاتىرىلەندى.
shift-past = ئىلگىرىكى نۆۋەتلەر
shift-past-none = تېخى ئاياغلاشقان نۆۋەت يوق.
shift-corrected = مەركەز تۈزەتكەن:
# review: shift-closed-by
shift-closed-by = مەركەز ئاياغلاشتۇرغان:
shift-stations = نۇقتىلارنىڭ نەق پۇلى
shift-stations-text = قايسى نۇقتىدا نۆۋەت ئوچۇق، تارتمىلاردا قانچە پۇل بولۇشى كېرەك، نەدە پۇل كەم ياكى مال ساقلاۋاتىدۇ.
shift-query = نومۇر، نام ياكى يېزا-بازار
shift-only = قايسى نۇقتىلار
shift-only-all = ھەممىسى
shift-only-open = نۆۋەت ئوچۇق بولغانلار
shift-only-difference = پەرق چىققانلار
shift-only-late = مال كېچىككەنلەر
shift-days = نەچچە كۈندىن كېيىن كېچىككەن ھېسابلىنىدۇ
shift-open-now = ئوچۇق نۆۋەت
shift-not-open = نۆۋەت يوق
shift-last = ئاخىرقى قېتىم سانالغىنى
shift-differences = 30 كۈندىكى پەرقلەر
shift-late = كېچىككەن ماللار
shift-table = تىزىملىكنى CSV قىلىپ ساقلاش
shift-table-code = نومۇر
shift-table-station = نۇقتا
shift-table-counted-at = سانالغان ۋاقتى
shift-correct = سانىنى تۈزىتىش
shift-correct-text = ئەسلىدىكى سان ئۆزگەرمەيدۇ، يېنىغا ئەمەلىيەتتىكى سان يېزىلىدۇ.
shift-correct-counted = ئەمەلىيەتتە بولغىنى (يۈەن)
shift-correct-changed = بۇ ئارىلىقتا بۇ ساننى باشقا ئادەم تۈزىتىپتۇ. قايتا قاراڭ.
shift-correct-done = سان تۈزىتىلدى.
# review: shift-closed-for
shift-closed-for = نۆۋەت ئاياغلاشتۇرۇلدى.
# review: shift-close-for-text
shift-close-for-text = خادىم ئۆزى ئاياغلاشتۇرالمىسا، مەسىلەن كېسەل بولسا ياكى ئىشتىن چىققان بولسا. تارتمىدىكى ھەممە نەق پۇلنى ساناڭ.
# review: shift-close-for-reason
shift-close-for-reason = مەركەز نېمىشقا ئاياغلاشتۇرىدۇ، پەرق بولسا نېمىشقا
# review: shift-close-for-why
shift-close-for-why = مەركەز بۇ نۆۋەتنى نېمىشقا ئاياغلاشتۇرىدۇ؟ سەۋەبىنى يېزىڭ.
