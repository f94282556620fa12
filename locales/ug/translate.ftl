### تەرجىمانلارنىڭ خىزمەت ئورنى.

# review: تېكىست: one piece of text on a page; the same word as in texts.ftl.
translate-title = دۇكان تېكىستلىرى
# review: translate-lead
translate-lead = تەرجىمە تىلىڭىز: { $language }
# review: translate-nav
translate-nav = تەرجىمە
translate-nav-texts = تېكىستلەر
translate-nav-take = ھۆججەتلەر
translate-nav-problems = خاتالىقلار
translate-search = ھەممە تىلدا ئىزدەش
translate-search-button = ئىزدەش
# review: translate-file
translate-file = دۇكاننىڭ قىسمى
translate-file-all = ھەممە قىسمى
# review: translate-work
translate-work = قىلىدىغان ئىشلار
translate-work-all = ھەممىسى
translate-work-missing = تەرجىمىسى يوق
# review: translate-work-suggested
translate-work-suggested = تەستىق كۈتۈۋاتقان
# review: translate-work-rejected
translate-work-rejected = قوبۇل قىلىنمىغان تەكلىپلىرىڭىز
translate-work-outdated = كونىراپ قالغان
# review: translate-work-approved
translate-work-approved = بۇ يەردە تەستىقلانغان
translate-work-doubtful = گۇمانلىق
translate-work-translated = تەييار
translate-none = بۇنداق تېكىست يوق.
translate-no-text = تېخى تەرجىمە قىلىنمىغان
translate-before = ئالدىنقى تېكىست
translate-after = كېيىنكى تېكىست
# review: translate-of-file
translate-of-file = بۇ قىسىمنىڭ ھەممە تېكىستى
translate-back = بەتكە قايتىش
translate-english = ئىنگلىزچە
translate-others = باشقا تىللاردا
# review: translate-outdated
translate-outdated = تەرجىمىدىن كېيىن ئۆزگەرتىلگەن تىل: { $language }
# review: translate-seen
translate-seen = تېكىستىمىز يەنىلا توغرا
# review: translate-standing-by
translate-standing-by = تەكلىپ قىلغۇچى: { $name }. تېخى تەستىقلانمىدى
# review: translate-form-zero
translate-form-zero = سانى نۆل بولسا
# review: translate-form-one
translate-form-one = سانى بىر بولسا
# review: translate-form-two
translate-form-two = سانى ئىككى بولسا
# review: translate-form-few
translate-form-few = سانى ئاز بولسا
# review: translate-form-many
translate-form-many = سانى كۆپ بولسا
# review: translate-form-other
translate-form-other = باشقا ھەممە ھالدا
# review: translate-form-word
translate-form-word = قىممىتى: { $word }
# review: translate-raw
translate-raw = ھەممە شەكلىنى بىر رامكىغا يېزىش
translate-note = ئۆزگەرتىش سەۋەبى
# review: translate-small
translate-small = كىچىك تۈزىتىش: مەنىسى ئۆزگەرمەيدۇ
# review: translate-suggest
translate-suggest = تەكلىپ قىلىش
translate-next = كېيىنكىسى
# review: translate-faulty
translate-faulty = دۇكان بۇ تېكىستنى كۆرسىتەلمەيدۇ. يازغىنىڭىز رامكىدا تۇرۇپتۇ. مۇنۇ يەرنى تۈزىتىڭ:
# review: translate-changed
translate-changed = بۇ ئارىلىقتا باشقا بىرى بۇ تېكىستنى ئۆزگەرتتى. ھازىر مۇنداق:
# review: translate-changed-english
translate-changed-english = ئىنگلىزچە تېكىست ئۆزگەردى. ھازىرقىسى يۇقىرىدا.
# review: translate-changed-next
translate-changed-next = يازغىنىڭىز رامكىدا تۇرۇپتۇ. سېلىشتۇرۇپ كۆرۈڭ، توغرا بولسا قايتا ئەۋەتىڭ.
translate-question = بۇ تېكىست ھەققىدىكى سوئال
translate-question-bare = بۇ تېكىست توغرىمۇ؟
translate-answer = جاۋاب
translate-answer-send = جاۋابنى ساقلاش
# review: translate-answered-by
translate-answered-by = جاۋاب بەرگۈچى: { $name }
translate-terms = دۇكاندىكى سۆزلەر
translate-similar = ئوخشاش تېكىستلەر
translate-versions = تارىخى
# review: translate-state-suggested
translate-state-suggested = تەستىق كۈتۈۋاتىدۇ
translate-state-approved = تەستىقلاندى
# review: translate-state-rejected
translate-state-rejected = قوبۇل قىلىنمىدى
translate-state-withdrawn = قايتۇرۇۋېلىندى
translate-state-replaced = ئالماشتۇرۇلدى
# review: translate-state-undone
translate-state-undone = تەستىقى بىكار قىلىندى
# review: translate-state-taken
translate-state-taken = ھۆججەتكە يېزىلدى
# review: translate-decided-by
translate-decided-by = قارار قىلغۇچى: { $name }
# review: translate-approved-by-writer
translate-approved-by-writer = يازغۇچى ئۆزى تەستىقلىغان
# review: translate-written-by
translate-written-by = يازغۇچى: { $name }
# review: translate-waits-for-peer
translate-waits-for-peer = سىز يازغاننى باشقا تەكشۈرگۈچى تەستىقلايدۇ.
translate-approve = تەستىقلاش
translate-reject = قوبۇل قىلماسلىق
translate-withdraw = قايتۇرۇۋېلىش
# review: translate-undo
translate-undo = تەستىقنى بىكار قىلىش
translate-reason = سەۋەبى
translate-somebody = بىر تەرجىمان
# review: translate-remark-hint
translate-remark-hint = بۇ تىلغا تەرجىمە قىلىدىغانلارنىڭ ھەممىسى ئوقۇيدۇ: باشقىلارنىڭ ئىسمى ياكى تېلېفون نومۇرىنى يازماڭ.
# review: translate-contact
translate-contact = ھېچنېمە ساقلانمىدى: بۇ يەردە بىرەيلەننىڭ ئالاقە ئۇچۇرى باردەك قىلىدۇ. تېلېفون نومۇرى ياكى ئادرېسنى ئۆچۈرۈپ، قايتا ئەۋەتىڭ.
# review: translate-comments
translate-comments = پىكىرلەر
translate-comment = پىكرىڭىز
translate-comment-send = پىكىر قوشۇش
# review: translate-done-suggested
translate-done-suggested = ساقلاندى. تېكىستىڭىزنى دۇكاندا ھازىر سىز كۆرىسىز؛ تەستىقلانغاندا ھەممەيلەن كۆرىدۇ.
translate-done-same = ھېچنېمە ئۆزگەرمىدى: تېكىست ئەسلىدىلا مۇشۇنداق.
translate-done-seen = يېزىپ قويۇلدى: تېكىست يەنىلا توغرا.
translate-done-answered = جاۋاب ساقلاندى.
translate-done-commented = پىكىر قوشۇلدى.
translate-done-approved = تەستىقلاندى. بۇ تېكىستنى ھازىر ھەممەيلەن كۆرىدۇ.
translate-done-rejected = تەكلىپ قوبۇل قىلىنمىدى.
translate-done-withdrawn = تەكلىپ قايتۇرۇۋېلىندى.
# review: translate-done-undone
translate-done-undone = بىكار قىلىندى. ھەممەيلەن بۇرۇنقى تېكىستنى كۆرىدۇ.
translate-problems-title = ھۆججەتلەردىكى خاتالىقلار
# review: translate-problems-lead
translate-problems-lead = دۇكان تېكىست ھۆججەتلىرىنىڭ بۇ يەرلىرىنى ئىشلىتەلمەيدۇ. تېكىستلەرنىڭ بۇرۇنقىسىنى كۆرسىتىدۇ.
translate-problems-none = ھەممە ھۆججەت نورمال.
translate-take-title = ھۆججەتكە يېزىش
# review: translate-take-lead
translate-take-lead = تەستىقلانغان تېكىستلەر دۇكاندا كۆرۈنۈپ بولدى. دۇكاننى باشقۇرغۇچى ئۇلارنى پات-پات ھۆججەتكە يازىدۇ.
# review: translate-take-none
translate-take-none = تەستىقلانغان تېكىستلەرنىڭ ھەممىسى ھۆججەتتە بار.
# review: translate-take-count
translate-take-count = تەستىقلانغان، تېخى ھۆججەتكە يېزىلمىغان تېكىست سانى: { $count }
# review: translate-take-patch
translate-take-patch = Git ئۈچۈن ياماق ھۆججىتى قىلىپ ساقلاش
# review: translate-take-bundle
translate-take-bundle = ھەممە ھۆججەتنى بىرلا ھۆججەت قىلىپ ساقلاش (ZIP)
# review: translate-take-command
translate-take-command = دۇكاننى باشقۇرغۇچى بۇ بۇيرۇقنىمۇ ئىشلىتەلەيدۇ:
# review: translate-take-left
translate-take-left = بۇ تېكىستلەر ھۆججەتتە ئەسلى پېتى قالدى: باشقا بىرى ئۇنى ھۆججەتتە ئۆزگەرتكەن، ياكى ئۇ يەردە خاتالىق بار:
translate-nav-glossary = سۆزلەر
translate-glossary-title = دۇكاندىكى سۆزلەر
# review: translate-glossary-lead
translate-glossary-lead = بىر نەرسىگە بىر سۆز: بۇ سۆزلەر ھەممە يەردە ئوخشاش ئېيتىلىدۇ. تېكىستلەرنى تەكشۈرگەندە بۇ سۆزلەر ئىزدىلىدۇ.
translate-glossary-change = ئۆزگەرتىش
# review: translate-glossary-hint
translate-glossary-hint = ھەر قۇرغا بىر سۆز يېزىڭ: ئالدى بىلەن كۆپ ئىشلىتىلىدىغان سۆزنى، ئاندىن توغرا بولغان باشقىلىرىنى
# review: translate-glossary-suggest
translate-glossary-suggest = بۇ سۆزنى تەكلىپ قىلىش
translate-glossary-done = ساقلاندى.
# review: translate-beside
translate-beside = تەرجىمە قىلىدىغان تىل: { $language }
# review: translate-part-changes
translate-part-changes = زاكازنى ئۆزگەرتىش
# review: translate-part-check
translate-part-check = تېكىستلەرنى تەكشۈرۈش
# review: translate-part-common
translate-part-common = ھەممە بەتتىكى سۆزلەر
# review: translate-part-district
translate-part-district = نۇقتا، تۈر ۋە ئىزدەش سۆزلىرى
# review: translate-part-form
translate-part-form = جەدۋەل كاتەكچىلىرى
# review: translate-part-island
translate-part-island = بەتتىكى قىسقا ئەسكەرتىشلەر
# review: translate-part-pictures
translate-part-pictures = مەھسۇلات رەسىملىرى
# review: translate-part-shell
translate-part-shell = بەتنىڭ بېشى ۋە ئاخىرى
