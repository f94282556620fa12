# review: check-folder-unreadable
check-folder-unreadable = بۇ قىسقۇچنى ئوقۇغىلى بولمىدى: { $cause }
# review: check-folder-full
check-folder-full = بۇ قىسقۇچتا ھۆججەت بەك كۆپ، ھەممىسى ئوقۇلمىدى. ئەڭ كۆپ: { $most }
# review: check-folder-gone
check-folder-gone = بۇ قىسقۇچتىكى ھۆججەتلەر يوق بولۇپ قالدى؛ دۇكان بۇرۇنقى سۆزلەرنى كۆرسىتىۋېرىدۇ
# review: check-file-unreadable
check-file-unreadable = بۇ ھۆججەتنى ئوقۇغىلى بولمىدى: { $cause }
# review: check-file-unwritable
check-file-unwritable = بۇ ھۆججەتنى يازغىلى بولمىدى: { $cause }
# review: check-file-none
check-file-none = بۇ ئوقۇغىلى بولىدىغان ھۆججەت ئەمەس
# review: check-file-large
check-file-large = بۇ ھۆججەت 1 MB چەكتىن ئېشىپ كەتكەچكە ئوقۇلمىدى؛ ئىچىگە نېمە كىرىپ قالغانلىقىنى كۆرۈڭ
# review: check-file-encoding
check-file-encoding = بۇ ھۆججەت UTF-8 بويىچە ساقلانمىغاچقا ئوقۇغىلى بولمىدى؛ UTF-8 بويىچە قايتا ساقلاڭ. ھازىرقى كودلىنىشى بەلكىم: { $encoding }
# review: check-file-format
check-file-format = بۇ ساپ تېكىست ئەمەس ({ $format })، شۇڭا ھېچنېمە ئوقۇلمىدى: ساپ تېكىست قىلىپ UTF-8 بويىچە ساقلاڭ، نامى ⁦.ftl⁩ بىلەن ئاياغلاشسۇن
# review: check-file-language
check-file-language = بۇ تېكىستلەر باشقا تىلدا، شۇڭا كۆرسىتىلمەيدۇ. شۇ تىلنىڭ قىسقۇچى: { $language }، بۇنداق تېكىست سانى: { $count }، جەمئىي: { $all }. ھۆججەت خاتا يەرگە كۆچۈرۈلۈپ قالدىمۇ؟
# review: check-file-cut
check-file-cut = ھۆججەت بۇ يەردە قۇر ئاخىرىسىز تۈگىگەن، كېيىنكى تېكىستلەرمۇ يوق، شۇڭا بۇ تېكىست تولۇق بولماسلىقى مۇمكىن، كۆرسىتىلمەيدۇ: پۈتۈن ھۆججەتنى قايتا ساقلاڭ ياكى ئاخىرقى قۇرنىڭ كەينىدىن يېڭى قۇرغا چۈشۈڭ
# review: check-english-missing
check-english-missing = بۇ ئىنگلىزچە ھۆججەت يوق، ئەمما تەرجىمىلىرى بار: ئۇنى ئېلان قىلىنغان نەشرىدىن قايتا ئېلىڭ
# review: check-file-damaged
check-file-damaged = مۇشۇ قۇردىن باشلاپ ھۆججەت بۇزۇلغان: ئىچىدە ھەرپ بولمىغان مەزمۇن بار ياكى بىر ھەرپنىڭ ئوتتۇرىسىدا ئۈزۈلۈپ قالغان؛ بۇ قۇرنى قايتا يېزىپ، UTF-8 بويىچە ساقلاڭ
# review: check-file-lines
check-file-lines = بۇ ھۆججەت قۇرلىرىنىڭ ئاخىرى بەك كونا كومپيۇتېرلارنىڭكىدەك، شۇڭا ھېچنېمە ئوقۇلمىدى؛ قۇر ئاخىرىنى ھازىرقى ئۇسۇلغا ئۆزگەرتىپ قايتا ساقلاڭ
# review: check-file-missing
check-file-missing = بۇ ھۆججەت يوق؛ ئىنگلىزچە ھۆججەتنى كۆچۈرۈپ، تېكىستلىرىنى تەرجىمە قىلىڭ: { $english }
# review: check-file-nothing
check-file-nothing = بۇ ھۆججەتتە ئىنگلىزچە ھۆججەتنىڭ بىرمۇ تېكىستى يوق: { $english }. بۇ باشقا ھۆججەتمۇ ياكى تېكىستلىرى يوقاپ كەتتىمۇ؟
# review: check-file-copy
check-file-copy = بۇ ھۆججەتتىكى تېكىستلەر باشقا ھۆججەتتىمۇ بار، شۇ ئىناۋەتلىك: { $file } (تېكىست سانى: { $count })؛ بۇ كۆچۈرۈلمە بولسا، ئۆچۈرۈڭ
# review: check-file-gone
check-file-gone = بۇ ھۆججەت يوق بولۇپ قالدى؛ دۇكان بۇرۇنقى سۆزلەرنى كۆرسىتىۋېرىدۇ
# review: check-english-unread
check-english-unread = ئىنگلىزچە دۇكاننىڭ ئۆزىدە بار: بۇ يەردە ئۆزگەرتىلگىنى ئوقۇلمايدۇ، تەرجىمىلەرمۇ ئۇنىڭ بىلەن كونىراپ قالمايدۇ
# review: check-file-texts
check-file-texts = بىر ھۆججەتكە تېكىست بەك كۆپ؛ بۇ يەردىن كېيىنكىسى ئوقۇلمىدى
# review: check-file-mistakes
check-file-mistakes = بىر ھۆججەتتىكى خاتالىق بەك كۆپ؛ بۇ يەردىن كېيىنكىسى ئوقۇلمىدى
# review: check-merge
check-merge = بۇ يەردە ھۆججەتنىڭ ئىككى نۇسخىسى ئارىلىشىپ قالغان: بىرىنى قالدۇرۇپ، ⁦<<<<<<<⁩، ⁦=======⁩ ۋە ⁦>>>>>>>⁩ بار قۇرلارنى ئۆچۈرۈڭ
# review: check-lines-indented
check-lines-indented = بۇ ھۆججەتتە تېكىست ئىسىملىرىنىڭ ئالدىدا بوشلۇق ياكى Tab بار، شۇڭا ئوقۇلمىدى (سانى: { $count }): ئىسىم قۇرنىڭ بېشىدا تۇرىدۇ؛ تۈزىتىش بۇيرۇقى: { $command }
# review: check-lines-quoted
check-lines-quoted = جەدۋەل پروگراممىسى بۇ ھۆججەتنىڭ قۇرلىرىنى قوش تىرناققا ئېلىپ قويغان، شۇڭا تېكىستلىرى ئوقۇلمىدى (قۇر سانى: { $count })؛ تۈزىتىش بۇيرۇقى: { $command }
# review: check-lines-padded
check-lines-padded = جەدۋەل پروگراممىسى قۇرلارنىڭ ئاخىرىغا بەلگە قوشۇپ قويغان، شۇڭا تېكىستلىرى كۆرسىتىلمەيدۇ: بۇرۇنقى ھۆججەتنى ئېلىڭ ياكى بۇ بەلگىلەرنى ئۆچۈرۈڭ. بەلگە: { $sign }، قۇر سانى: { $count }
# review: check-names-sign
check-names-sign = بۇ ھۆججەتتە تېكىست ئىسىملىرىنىڭ ئالدىدا باشقا بەلگە بار، شۇڭا ئوقۇلمىدى: ئىسىم قۇرنىڭ بېشىدا تۇرىدۇ. بەلگە: { $sign }، سانى: { $count }؛ تۈزىتىش بۇيرۇقى: { $command }
# review: check-equals-other
check-equals-other = بۇ ھۆججەتتە تېكىست ئىسىملىرىدىن كېيىن ⁦=⁩ ئورنىدا باشقا بەلگە بار، شۇڭا ئوقۇلمىدى. بەلگە: { $sign }، سانى: { $count }؛ تۈزىتىش بۇيرۇقى: { $command }
# review: check-names-translated
check-names-translated = بۇ ھۆججەتتىكى تېكىست ئىسىملىرى ئىنگلىزچىدىكىگە ئوخشىمايدۇ (سانى: { $count })، مەسىلەن { $name }، توغرىسى: { $instead }. ئىسىملار تەرجىمە قىلىنمايدۇ؛ تۈزىتىش بۇيرۇقى: { $command }
# review: check-names-unknown
check-names-unknown = بۇ يەردىن باشلاپ ئىنگلىزچىدە يوق ئىسىملار بار (سانى: { $count }): ئىسىملار تەرجىمە قىلىنمايدۇ، توغرىسىنى بۇ ھۆججەتتىن ئېلىڭ: { $english }
# review: check-texts-off
check-texts-off = تېكىستلەرنى ⁦#⁩ بەلگىسى توختىتىپ قويغان (سانى: { $count }): تېكىستنىڭ ھەممە قۇرىدىكى ⁦#⁩ ۋە ئۇنىڭ كەينىدىكى بوشلۇقنى ئۆچۈرۈڭ
# review: check-toml-syntax
check-toml-syntax = تىل ھۆججىتىنىڭ بۇ قۇرىنى ئوقۇغىلى بولمىدى: ھەر بىر تۈرنىڭ نامى، ⁦=⁩ بەلگىسى ۋە قىممىتى بولىدۇ؛ سۆزلەر ⁦"⁩ بەلگىلىرى ئارىسىدا، تىزىملىك ⁦[⁩ ۋە ⁦]⁩ ئارىسىدا تۇرىدۇ
# review: check-entry-twice
check-entry-twice = بۇ تۈر ئىككى قېتىم يېزىلغان؛ بىرىنى قالدۇرۇڭ
# review: check-entry-unknown
check-entry-unknown = بۇنداق تۈر يوق: { $name }
# review: check-entry-missing
check-entry-missing = بۇ تۈر كەم: { $name }
# review: check-entry-value
check-entry-value = { $name }: قىممىتى مۇنداق بولۇشى كېرەك: { $wanted }
# review: check-value-unknown
check-value-unknown = { $name }: بۇنداق قىممەت يوق: { $value }. بارلىرى: { $known }
# review: check-language-folder
check-language-folder = ⁦language.toml⁩ ئىچىدىكى ⁦tag⁩ بىلەن قىسقۇچنىڭ نامى ئوخشىمايدۇ، ئىككىسى ئوخشاش بولۇشى كېرەك: يېڭى تىل بولسا ⁦tag⁩ قىممىتىنى، بولمىسا قىسقۇچنىڭ نامىنى ئۆزگەرتىڭ. ھازىرقى ⁦tag⁩: { $tag }
# review: check-language-code
check-language-code = بۇ كود باشقا تىلنىڭ: { $code }
# review: check-language-large
check-language-large = بۇ ھۆججەت بەك چوڭ (بايت ھېسابىدا ئەڭ كۆپ: { $most })
# review: check-languages-many
check-languages-many = قوشقىلى بولىدىغاندىن كۆپ تىل بار (ئەڭ كۆپ: { $most })؛ بۇ تىل قوشۇلمىدى
# review: check-languages-late
check-languages-late = بۇ ھۆججەت پروگرامما قوزغالغاندىن كېيىن ئۆزگەرگەن، تىللار پەقەت قوزغالغاندا ئوقۇلىدۇ: ئۇنى قايتا قوزغىتىڭ
# review: check-line-loose
check-line-loose = بۇ قۇر بوشلۇق بىلەن باشلانمىغاچقا، يۇقىرىدىكى تېكىستكە كىرمەيدۇ: ئالدىغا تۆت بوشلۇق قويۇڭ؛ ئىزاھ ئالدىغا ⁦# ⁩ قويۇلىدۇ؛ يېڭى تېكىستنىڭ ئىسمى ۋە ⁦=⁩ بەلگىسى بولىدۇ
# review: check-line-tab
check-line-tab = بۇ قۇر Tab بىلەن باشلانغاچقا تېكىستكە كىرمەيدۇ: ئورنىغا تۆت بوشلۇق يېزىڭ
# review: check-line-sign
check-line-sign = تېكىستنىڭ قۇرى بۇ بەلگە بىلەن باشلانمايدۇ: { $sign }
# review: check-line-unknown
check-line-unknown = بوشلۇقسىز باشلانغان قۇر يېڭى تېكىست باشلايدۇ، ئۇنىڭ ئىسمى ۋە ⁦=⁩ بەلگىسى بولىدۇ؛ ئىزاھ ئالدىدا ⁦# ⁩ تۇرىدۇ
# review: check-line-end
check-line-end = بۇ قۇرنىڭ ئوتتۇرىسىدىن باشقا تېكىست باشلانغان: بۇ ئىسىمنىڭ ئالدىدا يېڭى قۇرغا چۈشۈلمىگەن: { $name }
# review: check-name-foreign
check-name-foreign = بوشلۇقسىز باشلانغان قۇر يېڭى تېكىست باشلايدۇ: ئاۋۋال لاتىن ھەرپىدىكى ئىنگلىزچە ئىسمى، ئاندىن ⁦=⁩
# review: check-name-missing
check-name-missing = بۇ يەردە ئىسىم كەم
# review: check-text-long
check-text-long = بۇ تېكىست بەك ئۇزۇن؛ قۇر ئاخىرى ياكى كېيىنكى ئىسىم چۈشۈپ قالدىمۇ؟
# review: check-text-brackets
check-text-brackets = بۇ تېكىستتە ⁦{ "{" }⁩ ۋە ⁦(⁩ بەلگىلىرى بەك كۆپ (100 دانىدىن ئارتۇق)
# review: check-equals-missing
check-equals-missing = ئىسىمدىن كېيىن ⁦=⁩ كەم
# review: check-brace-open
check-brace-open = بىر ⁦{ "}" }⁩ كەم
# review: check-brace-closing
check-brace-closing = بىر ⁦{ "}" }⁩ بار، ئەمما ئۇنىڭ ⁦{ "{" }⁩ بەلگىسى يوق
# review: check-sign-alike
check-sign-alike = بۇ يەردە { $sign } توغرا ئەمەس، ئورنىغا { $instead } يېزىڭ
# review: check-space-alike
check-space-alike = بۇ يەردە باشقا تۈردىكى بوشلۇق بار ({ $code })، ئۇ بوشلۇق ھېسابلانمايدۇ؛ ئادەتتىكى بوشلۇق يېزىڭ
# review: check-attribute-place
check-attribute-place = بۇ يەردە چېكىت ۋە نام كېلەلمەيدۇ: ئۆزگەرگۈچى مىقدارنىڭ بۆلىكى يوق، ئاتالغۇنىڭ خاسلىقى كۆرسىتىلمەيدۇ، پەقەت سېلىشتۇرۇلىدۇ
# review: check-comment-space
check-comment-space = ⁦#⁩ بەلگىسىدىن كېيىن بوشلۇق بولىدۇ
# review: check-bracket-open
check-bracket-open = شەكىل ئىسمىدىن كېيىن ⁦]⁩ كەم
# review: check-quote-open
check-quote-open = بىر ⁦"⁩ كەم
# review: check-sign-missing
check-sign-missing = بۇ بەلگە كەم: { $sign }
# review: check-value-missing
check-value-missing = ⁦=⁩ بەلگىسىدىن كېيىن تېكىست يوق
# review: check-form-empty
check-form-empty = بىر شەكىلنىڭ تېكىستى يوق
# review: check-star-missing
check-star-missing = بىر شەكىلدە يۇلتۇز بولۇشى كېرەك: ⁦*[other]⁩
# review: check-star-twice
check-star-twice = پەقەت بىر شەكىلدىلا يۇلتۇز بولىدۇ
# review: check-placeable-empty
check-placeable-empty = ⁦{ "{" }⁩ ۋە ⁦{ "}" }⁩ ئارىسىدا ئۆزگەرگۈچى بولۇشى كېرەك، مەسىلەن ⁦$name⁩
# review: check-arrow-line
check-arrow-line = ⁦->⁩ بەلگىسىدىن كېيىن قۇر تۈگەيدۇ؛ ھەر بىر شەكىل ئايرىم قۇردا تۇرىدۇ
# review: check-number-digits
check-number-digits = سان پەقەت رەقەم بىلەن يېزىلىدۇ: 12
# review: check-variable-foreign
check-variable-foreign = ⁦$⁩ بەلگىسىدىن كېيىنكى ئىسىم ئىنگلىزچە، لاتىن ھەرپى بىلەن يېزىلىدۇ
# review: check-variable-digit
check-variable-digit = ⁦$⁩ بەلگىسىدىن كېيىنكى ئىسىم ھەرپ بىلەن باشلىنىدۇ
# review: check-variable-space
check-variable-space = ⁦$⁩ بەلگىسىنىڭ كەينىدە، بوشلۇقسىز، ئۆزگەرگۈچىنىڭ ئىسمى تۇرىدۇ: ⁦{ "{" } $name { "}" }⁩
# review: check-form-name
check-form-name = ⁦[⁩ ۋە ⁦]⁩ ئارىسىدا ⁦one⁩، ⁦other⁩ ياكى سان تۇرىدۇ
# review: check-selector
check-selector = پەقەت ئۆزگەرگۈچىنىلا ساناشقا ياكى سېلىشتۇرۇشقا بولىدۇ: ⁦{ "{" } $count -> … { "}" }⁩
# review: check-escape
check-escape = قوش تىرناق ئىچىدە ⁦\⁩ پەقەت ⁦\⁩ ۋە ⁦"⁩ ئالدىدا تۇرىدۇ
# review: check-escape-unicode
check-escape-unicode = ⁦\u⁩ بەلگىسىدىن كېيىن تۆت رەقەم ياكى ھەرپ (a–f) تۇرىدۇ
# review: check-call
check-call = ⁦{ "{" } { "}" }⁩ ئىچىدە ئىسىمدىن كېيىن تىرناق كەلمەيدۇ
# review: check-call-arguments
check-call-arguments = تىرناق ئىچىدىكى مەزمۇننى ئوقۇغىلى بولمىدى
# review: check-id-shape
check-id-shape = ئىسىم ⁦area-thing⁩ شەكلىدە يېزىلىدۇ: كىچىك ھەرپ ۋە رەقەم، سۆزلەر ⁦-⁩ بىلەن ئۇلىنىدۇ
# review: check-id-twice
check-id-twice = بۇ ئىسىم ئاللىقاچان بار (قۇر: { $line })؛ بىرىنى قالدۇرۇڭ
# review: check-ids-twice
check-ids-twice = بۇ يەردىن باشلاپ تېكىستلەر بۇ ھۆججەتتە ئىككىنچى قېتىم كەلگەن (سانى: { $count })؛ ھەر بىرىنىڭ بىرىنى قالدۇرۇڭ
# review: check-id-elsewhere
check-id-elsewhere = بۇ تېكىست باشقا ھۆججەتتە بار، شۇ ئىناۋەتلىك؛ بىرىنى قالدۇرۇڭ: { $file }
# review: check-id-unknown
check-id-unknown = ئىنگلىزچىدە بۇنداق ئىسىملىق تېكىست يوق؛ ئۇنى ئۆچۈرۈڭ ياكى ئىنگلىزچە ھۆججەتكە قوشۇڭ
# review: check-id-missing
check-id-missing = بۇ تېكىست يوق (ئىنگلىزچە ھۆججەتتىكى قۇر: { $line })
# review: check-ids-missing
check-ids-missing = بۇ تېكىست (ئىنگلىزچە ھۆججەتتىكى قۇر: { $line }) ۋە ئۇنىڭدىن كېيىنكىلەر يوق (سانى: { $count }): ھۆججەتنىڭ ئاخىرى يوقاپ كەتتىمۇ؟
# review: check-id-gone
check-id-gone = بۇ تېكىست ھۆججەتتە قالمىدى؛ دۇكان بۇرۇنقى سۆزنى كۆرسىتىۋېرىدۇ
# review: check-ids-gone
check-ids-gone = بۇ تېكىست ۋە باشقىلىرى ھۆججەتتە قالمىدى (باشقىلىرىنىڭ سانى: { $count })؛ دۇكان بۇرۇنقى سۆزنى كۆرسىتىۋېرىدۇ
# review: check-names-alike
check-names-alike = ئىككى ئۆزگەرگۈچىنىڭ پەرقى پەقەت ⁦-⁩، ⁦_⁩ ياكى چوڭ-كىچىك ھەرپتە
# review: check-comment-missing
check-comment-missing = يۇقىرىدىكى ئىزاھتا بۇنىڭ نېمىنى كۆرسىتىدىغانلىقى يېزىلىشى كېرەك: { $names }
# review: check-reference-unknown
check-reference-unknown = بۇنداق ئىسىملىق تېكىست يوق: { $name }؛ ئالدىدا ⁦$⁩ بولسا ئۆزگەرگۈچى بولاتتى
# review: check-term-unknown
check-term-unknown = بۇ تىلدا بۇنداق ئاتالغۇ يوق: { $name }
# review: check-attribute-unknown
check-attribute-unknown = بۇنداق قوشۇمچە تېكىست يوق: { $name }
# review: check-circle
check-circle = بۇ تېكىست ئۆزىنى ئۆز ئىچىگە ئالغان، ئارىدا: { $name }
# review: check-deep
check-deep = بۇ يەردە تېكىست ئىچىدە تېكىست بەك كۆپ قەۋەتلەنگەن
# review: check-expansion
check-expansion = ئىچىدىكى بارلىق تېكىستلەر بىلەن قوشۇلسا، بۇ تېكىست بەك ئۇزۇن
# review: check-function-unknown
check-function-unknown = بۇنداق فۇنكسىيە يوق: { $name }؛ ⁦NUMBER⁩ ۋە ⁦DATETIME⁩ بار
# review: check-option-unknown
check-option-unknown = بۇنى بۇ فۇنكسىيەدە ئىشلەتكىلى بولمايدۇ ({ $name }): { $option }
# review: check-form-unknown
check-form-unknown = بۇ تىلدا بۇنداق شەكىل يوق: { $name }. بارلىرى: { $known }، يەنە پۈتۈن سانلار، مەسىلەن ⁦[0]⁩
# review: check-form-twice
check-form-twice = بۇ شەكىل ئىككى قېتىم يېزىلغان: { $name }
# review: check-text-empty
check-text-empty = بۇ تېكىست قۇرۇق
# review: check-sign-tab
check-sign-tab = ئىچىدە Tab بار؛ ئورنىغا بوشلۇق يېزىڭ
# review: check-sign-machine
check-sign-machine = ئىچىدە كۆرۈنمەيدىغان بەلگە بار ({ $code })؛ ئۆچۈرۈڭ
# review: check-letter-lost
check-letter-lost = بىر ھەرپ يوقىلىپ، ئورنىدا باشقا بەلگە قالغان ({ $code })؛ قايتا يېزىڭ
# review: check-letters-lost
check-letters-lost = بۇ تېكىستنىڭ ھەرپلىرى يوقاپ، ئورنىدا { $letters } قالغان؛ قايتا يېزىپ، UTF-8 بويىچە ساقلاڭ
# review: check-mojibake
check-mojibake = بۇ خاتا ئوقۇلغان ھەرپلەردىن پەيدا بولغان: { $letters }. تېكىستنى قايتا يېزىپ، UTF-8 بويىچە ساقلاڭ
# review: check-direction
check-direction = يۆنىلىشنى ئۆزگەرتىدىغان بەلگە ئېچىلىپ يېپىلمىغان ياكى ئەكسىچە؛ ئۆچۈرۈڭ
# review: check-variable-unknown
check-variable-unknown = ئىنگلىزچىدە بۇنداق ئۆزگەرگۈچى يوق: { $name }
# review: check-variable-missing
check-variable-missing = بۇ كەم: { $names }
# review: check-variable-form
check-variable-form = شەكىللەرنىڭ بىرىدە بۇ كەم: { $name }
# review: check-release-unknown
check-release-unknown = دۇكاننىڭ بۇ نەشرىدە بۇنداق تېكىست يوق، شۇڭا ئىشلىتىلمەيدۇ
# review: check-release-variables
check-release-variables = دۇكاننىڭ بۇ نەشرى باشقا مەزمۇن تولدۇرىدۇ ({ $names })، شۇڭا بۇ تېكىست ئىشلىتىلمەيدۇ
# review: check-release-nothing
check-release-nothing = دۇكاننىڭ بۇ نەشرى بۇ يەرگە ھېچنېمە تولدۇرمايدۇ، شۇڭا بۇ تېكىست ئىشلىتىلمەيدۇ
# review: check-english-left
check-english-left = بۇ يەنىلا ئىنگلىزچە تېكىست
# review: check-folder-other
check-folder-other = بۇ قىسقۇچ دۇكاندىكى تىل ئەمەس، شۇڭا ئىچىدىكىسى ئوقۇلمايدۇ: يېڭى تىلنىڭ تېكىستلىرى يېنىدا ⁦language.toml⁩ بولىدۇ
# review: check-file-name
check-file-name = بۇ ھۆججەت ئوقۇلمايدۇ: تېكىست ھۆججىتىنىڭ نامى كىچىك ھەرپلىك ⁦.ftl⁩ بىلەن ئاياغلىشىدۇ
# review: check-texts-moved
check-texts-moved = بۇ يەردىن باشلاپ بەزى تېكىستلەر بۇ ھۆججەتتىكى باشقا تېكىستلەرنىڭ بۇرۇنقى مەزمۇنى (سانى: { $count }): ئىستون ياكى ھۆججەتنىڭ بىر بۆلىكى ئىسىملىرىسىز يۆتكەلدىمۇ؟
# review: check-texts-swapped
check-texts-swapped = بۇ تېكىست بىلەن باشقا بىر تېكىستنىڭ مەزمۇنى ئالمىشىپ قالغاندەك تۇرىدۇ: { $name }
# review: check-file-renamed
check-file-renamed = ئىنگلىزچىدە بۇنداق ناملىق ھۆججەت يوق؛ نامىنى ئىچىدىكى تېكىستلەر تەۋە بولغان ھۆججەتنىڭكىگە ئۆزگەرتىڭ: { $english }
# review: check-glossary-line
check-glossary-line = سۆزلۈكتىكى بۇ قۇرنى ئوقۇغىلى بولمىدى، شۇڭا ئۇنىڭدىكى سۆز تەكشۈرۈلمەيدۇ: قۇر ⁦en,ug,zh,es,note⁩ شەكلىدە، ھەر تىلدا بىر سۆز بولىدۇ
# review: check-glossary-nothing
check-glossary-nothing = سۆزلۈكتىكى بىرمۇ سۆزنى ئوقۇغىلى بولمىدى، شۇڭا پروگراممىنىڭ ئۆز سۆزلىرى ئىناۋەتلىك: ئۇ UTF-8 بويىچە ساقلانغان CSV ھۆججىتى، ⁦en,ug,zh,es,note⁩ ئارىسىدا پەش بولىدۇ
# review: check-glossary-gone
check-glossary-gone = بۇ سۆزلۈك يوق بولۇپ قالدى؛ دۇكان بۇرۇنقى سۆزلەرنى ئىشلىتىۋېرىدۇ: دۇكان قايتا قوزغالغۇچە ئورنىغا قايتۇرۇپ قويۇڭ
# review: check-glossary-built-in
check-glossary-built-in = دۇكان قوزغالغاندا بۇ سۆزلۈك يوق ئىدى، شۇڭا پروگراممىنىڭ ئۆز سۆزلىرى ئىناۋەتلىك: ئورنىغا قايتۇرۇپ قويۇڭ؛ لازىم بولمىسا، سانلىق مەلۇمات قىسقۇچىدىكى بۇ ھۆججەتنى ئۆچۈرۈڭ: { $note }
# review: check-language-unread
check-language-unread = بۇ ھۆججەت پروگراممىنىڭكىگە ئوخشىمايدۇ ۋە ئوقۇلمايدۇ: بۇ تىلنىڭ يېزىلىش قائىدىسى نەشر بىلەن بىللە كېلىدۇ
# review: check-language-gone
check-language-gone = بۇ ھۆججەت يوق بولۇپ قالدى؛ دۇكان بۇرۇنقىدەك ئىشلەۋېرىدۇ: دۇكان قايتا قوزغالغۇچە ئورنىغا قايتۇرۇپ قويۇڭ
# review: check-letters-other
check-letters-other = بۇ تېكىست بۇ تىلنىڭ يېزىقىدا يېزىلمىغان
# review: check-letter-foreign
check-letter-foreign = { $letter } ({ $code }) ئۇيغۇر ھەرپى ئەمەس، ئورنىغا يېزىلىدىغىنى: { $instead }
# review: check-letter-unknown
check-letter-unknown = { $letter } ({ $code }) ئۇيغۇر ھەرپى ئەمەس
# review: check-letter-form
check-letter-form = { $letter } ({ $code }) ھەرپنىڭ سۆز ئىچىدىكى بىر شەكلىلا؛ ھەرپنى قايتا كىرگۈزۈڭ
# review: check-traditional
check-traditional = مۇرەككەپ خەتلەر: { $letters }
# review: check-sign-unseen
check-sign-unseen = ئىچىدە كۆرۈنمەيدىغان بەلگە بار ({ $code })
# review: check-markup
check-markup = ⁦<…>⁩ ۋە ⁦&…;⁩ ئۆز پېتى كۆرۈنىدۇ: تېكىستتە HTML ئىشلىتىلمەيدۇ
# review: check-leftover
check-leftover = بۇ باشقا پروگراممىدىن ياكى تەرجىمە جەريانىدىن قالغاندەك تۇرىدۇ، ئۆچۈرۈڭ: { $letters }
# review: check-mark
check-mark = بۇ يەردە { $mark } ئورنىغا { $instead } يېزىلىدۇ
# review: check-mark-end
check-mark-end = جۈملە ئاخىرىدا { $mark } ئورنىغا { $instead } يېزىلىدۇ
# review: check-mark-twice
check-mark-twice = بۇ بەلگە قاتار بىر قانچە قېتىم يېزىلغان، بىرىنىلا يېزىڭ: { $mark }
# review: check-mark-within
check-mark-within = بۇ يەردىكى سوئال بەلگىسى يوقالغان ھەرپنىڭ ئورنىدىمۇ: { $letters }؟ ئۇنداق بولسا قايتا يېزىپ، UTF-8 بويىچە ساقلاڭ
# review: check-quotes
check-quotes = قوش تىرناق «…» شەكلىدە يېزىلىدۇ
# review: check-mark-pair
check-mark-pair = { $opening } ۋە { $closing } جۈپ يېزىلىدۇ، ھەر بىرى بىر قېتىمدىن
# review: check-spaces
check-spaces = ئىككى بوشلۇق قاتار تۇرىدۇ
# review: check-space-mark
check-space-mark = بۇ بەلگىنىڭ ئالدىدا بوشلۇق بولمايدۇ: { $mark }
# review: check-space-after
check-space-after = بۇ بەلگىدىن كېيىن بوشلۇق كەم: { $mark }
# review: check-space-foreign
check-space-foreign = ئىچىدە باشقا تۈردىكى بوشلۇق بار ({ $code })؛ ئادەتتىكى بوشلۇق يېزىڭ
# review: check-too-long
check-too-long = ئورنىغا سىغمايدۇ: ھازىر { $length } ھەرپ، ئەڭ كۆپ بولغاندا { $most } ھەرپ
# review: check-much-longer
check-much-longer = ئىنگلىزچىسىدىن كۆپ ئۇزۇن: بۇ يەردە { $length } ھەرپ، ئىنگلىزچىدا { $most } ھەرپ بار؛ ئارىسىغا باشقا مەزمۇن كىرىپ قالغانمۇ؟
# review: check-number-lost
check-number-lost = ئىنگلىزچە تېكىستتىكى بۇ سان چۈشۈپ قالغان: { $number }
# review: check-contact-new
check-contact-new = بۇ ئىنگلىزچىدە يوق: { $contact }؛ ئۇلىنىش، ئېلخەت، تېلېفون نومۇرى ياكى ئالاقە نامى ئىنگلىزچە تېكىستتە ياكى ئۇنىڭ ئۈستىدىكى ئىزاھتىمۇ بولۇشى كېرەك
# review: check-name-lost
check-name-lost = بۇ ئىسىم ئۆزگەرمەيدۇ، لېكىن چۈشۈپ قالغان: { $name }
# review: check-suffix
check-suffix = تولدۇرۇلىدىغان قىممەتكە قوشۇمچە ئۇلانغان ({ $suffix })، قىممەتكە قاراپ باشقا قوشۇمچە كېلىشى مۇمكىن: جۈملىنى قوشۇمچىسىز تۈزۈڭ
# review: check-vosotros
check-vosotros = دۇكان خېرىدارغا tú دەيدۇ: { $word }
# review: check-form-lacking
check-form-lacking = بۇ تىلغا كېرەك بولغان شەكىل كەم: { $form }
# review: check-form-other
check-form-other = ⁦[other]⁩ شەكلى كەم، شۇڭا باشقا سانلاردىمۇ بۇ شەكىل كۆرسىتىلىدۇ: { $form }
# review: check-form-star
check-form-star = يۇلتۇزلۇق شەكىلنىڭ بۇ يەردىكى ئىسمى: { $name }. ئۇ كۆرسىتىلىدۇ، ئەمما ھەممە تىلدا ئىسمى ⁦[other]⁩ بولىدۇ
# review: check-file-open
check-file-open = ھۆججەت بۇ يەردە قۇر ئاخىرىسىز تۈگىگەن: بۇ تېكىست تولۇقمۇ؟ تولۇق بولسا، كەينىدىن يېڭى قۇرغا چۈشۈڭ
# review: check-glossary
check-glossary = بۇ دۇكاندا { $word } مۇنداق ئاتىلىدۇ: { $instead }
# review: check-word-meant
check-word-meant = مۇنداق دېمەكچىمىدىڭىز؟ { $meant }
# review: check-word-more
check-word-more = (بۇ ھۆججەتتە مۇشۇنداق يەر يەنە بار، سانى: { $more })
# review: check-word-more-fix
check-word-more-fix = (بۇ ھۆججەتتە مۇشۇنداق يەر يەنە بار، سانى: { $more }؛ ھەممىسىنى تۈزىتىش بۇيرۇقى: { $command })
# review: check-word-english
check-word-english = ئىنگلىزچە: { $text }
# review: check-word-error
check-word-error = خاتالىق
# review: check-word-warning
check-word-warning = ئاگاھلاندۇرۇش
# review: check-word-hint
check-word-hint = ئەسكەرتىش
# review: check-word-total
check-word-total = خاتالىق: { $errors }، ئاگاھلاندۇرۇش: { $warnings }، ئەسكەرتىش: { $hints }. ئوقۇلغان تېكىست: { $texts }.
# review: check-word-no-folder
check-word-no-folder = بۇنداق قىسقۇچ يوق: { $folder }
# review: check-word-no-languages
check-word-no-languages = بۇ يەردە تىللارنىڭ قىسقۇچلىرى (مەسىلەن `ug`) يوق: { $folder }. ئۇلار تۇرغان قىسقۇچنى كۆرسىتىڭ
# review: check-word-no-language
check-word-no-language = بۇ يەردە بۇنداق تىل يوق: { $language }. بارلىرى: { $known }
# review: check-cause-not-found
check-cause-not-found = ئۇ يوق
# review: check-cause-not-allowed
check-cause-not-allowed = پروگراممىنىڭ بۇنىڭغا ھوقۇقى يوق
# review: check-cause-is-folder
check-cause-is-folder = بۇ بىر قىسقۇچ
# review: check-cause-no-folder
check-cause-no-folder = يولىنىڭ بىر بۆلىكى قىسقۇچ ئەمەس
# review: check-cause-full
check-cause-full = دىسكا تولۇپ كەتكەن
# review: check-cause-read-only
check-cause-read-only = بۇ دىسكىغا يازغىلى بولمايدۇ
# review: check-cause-too-many
check-cause-too-many = ئوچۇق ھۆججەت بەك كۆپ؛ باشقا پروگراممىلارنى تاقاپ، قايتا سىناڭ
# review: check-cause-damaged
check-cause-damaged = دىسكا ئوقۇيالمىدى ياكى يازالمىدى، بەلكىم بۇزۇلغان
# review: check-cause-network
check-cause-network = توردىكى دىسكا جاۋاب بەرمەيدۇ
# review: check-cause-link-circle
check-cause-link-circle = ئۇلىنىشلار بىر-بىرىنى كۆرسىتىپ ئايلىنىپ قالغان
# review: check-cause-name
check-cause-name = نامى بەك ئۇزۇن ياكى ئىچىدە بولمايدىغان بەلگە بار
# review: check-cause-busy
check-cause-busy = باشقا بىر پروگرامما ئىشلىتىۋاتىدۇ
# review: check-cause-memory
check-cause-memory = كومپيۇتېرنىڭ ئىچكى ساقلىغۇچى يەتمەيدۇ
# review: check-cause-letters
check-cause-letters = UTF-8 بويىچە ساقلانمىغان
# review: check-cause-there
check-cause-there = ئۇ ئاللىقاچان بار
# review: check-cause-too-large
check-cause-too-large = ئۇ بەك چوڭ
# review: check-cause-interrupted
check-cause-interrupted = تۈگىمەي تۇرۇپ ئۈزۈلۈپ قالدى
# review: check-cause-refused
check-cause-refused = باشقا كومپيۇتېر قوبۇل قىلمىدى
# review: check-cause-not-empty
check-cause-not-empty = قىسقۇچ قۇرۇق ئەمەس
# review: check-cause-other-disk
check-cause-other-disk = ئۇ باشقا دىسكىدا
# review: check-cause-links
check-cause-links = ئۇنىڭ ئۇلىنىشى بەك كۆپ
# review: check-cause-gone
check-cause-gone = باشقا پروگرامما ئاخىرلاشتى
# review: check-cause-database
check-cause-database = سانداندىن جاۋاب كەلمىدى
# review: check-cause-number
check-cause-number = سىستېما خاتالىق نومۇرىنى بەردى: { $number }
# review: check-wanted-text
check-wanted-text = ⁦"⁩ بەلگىلىرى ئارىسىدىكى سۆزلەر
# review: check-wanted-texts
check-wanted-texts = سۆزلەر تىزىملىكى: ⁦["…", "…"]⁩
# review: check-wanted-number
check-wanted-number = پۈتۈن سان
# review: check-wanted-part
check-wanted-part = نامى ئايرىم قۇردا تۇرىدىغان بۆلەك: ⁦[…]⁩
# review: check-wanted-forms
check-wanted-forms = شەكىللىرى: ⁦{ "{" } one = "…", other = "…" { "}" }⁩
# review: check-wanted-sign
check-wanted-sign = بىر بەلگە ۋە ئورنىدا تۇرىدىغان بەلگە: ⁦"," = "،"⁩
# review: check-wanted-code
check-wanted-code = ئىككى ياكى ئۈچ كىچىك ھەرپ، مەسىلەن ⁦kk⁩
# review: check-wanted-tag
check-wanted-tag = ⁦BCP 47⁩ بويىچە تىل كودى، مەسىلەن ⁦kk-Arab⁩
# review: check-wanted-names
check-wanted-names = پەقەت كىچىك ھەرپلەر، مەسىلەن ⁦kaz⁩
# review: check-wanted-digits
check-wanted-digits = نۆلدىن باشلانغان ئون رەقەم
# review: check-wanted-filled
check-wanted-filled = قۇرۇق بولمىغان قىممەت
# review: check-wanted-short
check-wanted-short = قىسقا (ئەڭ كۆپ 100 بايت)، ئىچىدە ⁦|⁩، ⁦~⁩ ۋە ⁦#⁩ يوق
# review: check-wanted-parts
check-wanted-parts = ھەممە بۆلىكى بار قېلىپ، مەسىلەن ⁦{ "{" }day{ "}" }⁩
# review: check-wanted-pattern
check-wanted-pattern = ئىچىدە بىر ⁦{ "{" }number{ "}" }⁩ بار قېلىپ
# review: check-wanted-money
check-wanted-money = ھەر بىر پۇل (⁦CNY, EUR, USD⁩) ئۈچۈن ئىچىدە بىر ⁦{ "{" }number{ "}" }⁩ بار قېلىپ
# review: check-wanted-piece
check-wanted-piece = ھەر بىر شەكىل ئۈچۈن بىر قېلىپ، ئىچىدە ⁦other⁩ بار، ⁦;⁩ يوق
# review: check-wanted-letters
check-wanted-letters = Unicode دائىرىلىرى، مەسىلەن ⁦0620-064A⁩
# review: check-wanted-months
check-wanted-months = يانۋاردىن باشلانغان ئون ئىككى نام
# review: check-wanted-weekdays
check-wanted-weekdays = دۈشەنبىدىن باشلانغان يەتتە نام
# review: check-serve-started
check-serve-started = دۇكان بۇ قىسقۇچتىكى تېكىستلەرنى ساقلانغان ھامان كۆرسىتىدۇ: { $folder }
# review: check-serve-address
check-serve-address = ئۇلاردىكى بارلىق خاتالىقلار بۇ يەردە: { $address }
# review: check-serve-title
check-serve-title = تۈزىتىدىغانلارنىڭ ھەممىسى
# review: check-serve-none
check-serve-none = ھۆججەتلەردە خاتالىق يوق.
# review: check-serve-all
check-serve-all = ھەممىسى
# review: check-report-no-shop
check-report-no-shop = بۇ يەردە دۇكان يوق، شۇڭا قايسى تېكىستلەرنىڭ كونىرىغانلىقى ۋە بەتلەرنىڭ قانچە كۆرۈلگەنلىكى نامەلۇم: { $place }
# review: check-report-unread
check-report-unread = قايسى تېكىستلەرنىڭ كونىرىغانلىقى ۋە بەتلەرنىڭ قانچە كۆرۈلگەنلىكى نامەلۇم: { $cause }
# review: check-report-title
check-report-title = تەرجىمىلەر
# review: check-report-file
check-report-file = ھۆججەت
# review: check-report-all
check-report-all = ھەممە ھۆججەت
# review: check-report-texts
check-report-texts = تېكىست
# review: check-report-translated
check-report-translated = تەرجىمە قىلىنغان
# review: check-report-outdated
check-report-outdated = كونىراپ قالغان
# review: check-report-doubtful
check-report-doubtful = شۈبھىلىك
# review: check-report-missing
check-report-missing = كەم
# review: check-report-errors
check-report-errors = خاتالىق
# review: check-report-views
check-report-views = بەتلىرىنىڭ كۆرۈلۈش سانى، 30 كۈن
# review: check-exchange-large
check-exchange-large = بۇ ھۆججەت بەك چوڭ (MB ھېسابىدا ئەڭ كۆپ: { $most })
# review: check-exchange-many
check-exchange-many = بۇ ھۆججەتتە تېكىست بەك كۆپ (ئەڭ كۆپ: { $most })
# review: check-exchange-long
check-exchange-long = بۇ تېكىست بەك ئۇزۇن: { $name }
# review: check-exchange-format
check-exchange-format = بۇ Bazar يازغان ھۆججەت ئەمەس، كېرەكلىكى: { $format }
# review: check-exchange-damaged
check-exchange-damaged = بۇ ھۆججەت بۇزۇلغان (قۇر: { $line })
# review: check-exchange-row
check-exchange-row = بۇ ھۆججەتتە بىر قۇر تولۇق ئەمەس (كاتەك كەم ياكى تىرناق يېپىلمىغان): { $row }
# review: check-exchange-entities
check-exchange-entities = بۇ ھۆججەتتە XML گەۋدىلىرى بار، ئۇلار ئوقۇلمايدۇ
# review: check-exchange-name
check-exchange-name = بۇ بىر تېكىستنىڭ ئىسمى ئەمەس: { $name }
# review: check-exchange-nameless
check-exchange-nameless = بۇ ھۆججەتتە ئىسىمسىز تېكىست بار: ئىسمى ⁦id⁩ دېگەن جايدا، PO ھۆججىتىدە ⁦msgctxt⁩، TMX ھۆججىتىدە ⁦tuid⁩ دېگەن جايدا تۇرىدۇ
# review: check-exchange-workbook
check-exchange-workbook = نامى نېمە بولسۇن، بۇ Excel جەدۋىلى ياكى باشقا پرېسلانغان ھۆججەت: جەدۋەلنى CSV قىلىپ، UTF-8 بويىچە ساقلاڭ
# review: check-exchange-twice
check-exchange-twice = بۇ تېكىست ھۆججەتتە ئىككى قېتىم بار: { $name }
# review: check-import-which
check-import-which = ھۆججەتتە قايسى تىلدا ئىكەنلىكى يېزىلمىغان، قوشۇڭ: { $option }
# review: check-import-other
check-import-other = بۇ ھۆججەتتىكى تېكىستلەر باشقا تىلدا: { $said }. سىز دېگىنى: { $named }
# review: check-import-language
check-import-language = بۇ تېكىستلەرنىڭ كۆپىنچىسى باشقا تىلدا، شۇڭا ھېچنېمە قوبۇل قىلىنمىدى. كېرەكلىك تىل: { $said }، تېكىستلەرنىڭ تىلى: { $other }
# review: check-import-slipped
check-import-slipped = ئۆزگەرگەن تېكىستلەرنىڭ كۆپىنچىسى باشقا تېكىستلەرنىڭ ھازىرقى مەزمۇنى، شۇڭا ھېچنېمە قوبۇل قىلىنمىدى (سانى: { $count }). بىر ئىستون يالغۇز يۆتكەلدىمۇ ياكى تەرتىپلەندىمۇ؟
# review: check-import-written
check-import-written = يېزىلدى. ھەممە ھۆججەتنى تەكشۈرۈش بۇيرۇقى: { $command }
# review: check-import-dry
check-import-dry = تېخى يېزىلمىدى. يېزىش ئۈچۈن قوشۇڭ: { $option }
# review: check-import-format
check-import-format = نامىدىن قايسى تۈردىكى ھۆججەت ئىكەنلىكى بىلىنمەيدۇ، قوشۇڭ: { $option }
# review: check-import-meanwhile
check-import-meanwhile = بۇ ھۆججەت ھازىرلا ئۆزگەرتىلگەن، شۇڭا ھېچنېمە يېزىلمىدى: قايتا سىناڭ
# review: check-import-total
check-import-total = ئۆزگىرىدىغان تېكىست: { $changed }. بۇرۇنقىدەك: { $same }. قوبۇل قىلىنمىغان: { $refused }.
# review: check-import-doubt
check-import-doubt = { $name }: كۆرۈپ بېقىڭ: { $why }
# review: check-import-refused
check-import-refused = { $name }: قوبۇل قىلىنمىدى: { $why }
# review: check-import-unknown
check-import-unknown = دۇكاندا بۇنداق تېكىست يوق
# review: check-import-stale
check-import-stale = ئىنگلىزچىسى ئۆزگەرگەن
# review: check-import-was
check-import-was = بۇرۇن: { $text }
# review: check-import-now
check-import-now = ھازىر: { $text }
# review: check-import-twice
check-import-twice = بۇ تېكىست ھۆججەتتە ئىككى قېتىم بار: بىرىنى قالدۇرۇڭ
# review: check-import-unreadable
check-import-unreadable = ھۆججەتتىكى بۇ تېكىستتە خاتالىق بار: ئاۋۋال شۇ يەردە تۈزىتىڭ
# review: check-import-no-text
check-import-no-text = بۇنى بۇ ئىسىملىق تېكىست قىلىپ ھۆججەتكە يازغىلى بولمايدۇ
# review: check-import-foreign
check-import-foreign = ئۇنىڭدا باشقا پروگرامما قوشقان بىر نەرسە بار، مەنىسى ئېنىق ئەمەس
# review: check-pseudo-made
check-pseudo-made = ياسالغان تېكىست: { $count }. كۆرۈش بۇيرۇقى: { $command }. ئادرېسى: { $path }
# review: check-pseudo-there
check-pseudo-there = بۇ قىسقۇچتا تېكىست بار: يېڭى قىسقۇچنى كۆرسىتىڭ
# review: check-fix-none
check-fix-none = تۈزىتىدىغان نەرسە يوق.
# review: check-fix-written
check-fix-written = تۈزىتىلگەن ھۆججەت: { $count }.
# review: check-fix-dry
check-fix-dry = تۈزىتىلىدىغان ھۆججەت: { $count }. تېخى يېزىلمىدى. يېزىش ئۈچۈن قوشۇڭ: { $option }
# review: check-take-none
check-take-none = يازىدىغان نەرسە يوق: تەستىقلانغان تېكىستلەرنىڭ ھەممىسى ھۆججەتتە بار.
# review: check-take-no-shop
check-take-no-shop = بۇ يەردە دۇكان يوق: { $place }. قىسقۇچىنى كۆرسىتىش ئۈچۈن قوشۇڭ: `--data-dir`
# review: check-take-root
check-take-root = بۇ قىسقۇچ ئامبارنىڭ ھەممىسى: تېكىستلەر ئامبار ئىچىدىكى بىر قىسقۇچتا بولۇشى كېرەك
# review: check-take-git
check-take-git = git قوزغىتىلمىدى: { $cause }
# review: check-take-unread
check-take-unread = سانداندىن تەستىقلانغان مەزمۇننى ئالغىلى بولمىدى: { $cause }
# review: check-take-unnoted
check-take-unnoted = تېكىستلەر ھۆججەتلەرگە يېزىلدى، ئەمما خاتىرىلىگىلى بولمىدى: { $cause }
# review: check-take-left
check-take-left = بۇ تېكىست ھۆججەتتە ئۆزگەرتىلگەن، شۇ پېتى قالدى: { $name }. تور كۆرگۈچتە ياكى ھۆججەتتە تۈزىتىڭ.
# review: check-take-dry
check-take-dry = يېزىلىدىغان تېكىست: { $count }. تېخى يېزىلمىدى. يېزىش ئۈچۈن قوشۇڭ: { $option }
# review: check-take-written
check-take-written = يېزىلغان تېكىست: { $count }.
# review: check-take-patch
check-take-patch = ياماقتىكى تېكىست: { $count }. ھۆججىتى: { $path }
# review: check-take-branch
check-take-branch = تارماق: { $name }. تېكىست سانى: { $count }.
# review: check-forget-done
check-forget-done = ئۇنتۇلغان تېكىست: { $count }.
# review: check-forget-failed
check-forget-failed = تېكىستنى ئۇنتۇتقىلى بولمىدى: { $cause }
