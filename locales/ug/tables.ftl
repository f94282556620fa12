### Tables that a cooperative imports and exports.

tables-nav = جەدۋەللەر
tables-title = جەدۋەل كىرگۈزۈش ۋە چىقىرىش
tables-import-title = مەھسۇلات كىرگۈزۈش
# review: tables-import-lead
tables-import-lead = Excel، WPS، Shopify ياكى WooCommerce جەدۋىلى بولىدۇ. ئاۋۋال نېمە ئۆزگىرىدىغانلىقىنى كۆرىسىز، ماقۇل دېگەندىن كېيىن ئۆزگىرىدۇ؛ يېڭى مەھسۇلاتلار دەسلەپكى نۇسخا بولۇپ تۇرىدۇ.
# review: tables-file
tables-file = جەدۋەل ھۆججىتى تاللاش
# review: tables-file-hint
tables-file-hint = CSV ياكى XLSX ھۆججىتى ياكى تەرجىمە قىلىنغان XLIFF ھۆججىتى، 20 MB دىن ئاشمىسۇن. رەسىملەر چۈشۈرۈلمەيدۇ، كېيىن ئۆزىڭىز قوشۇڭ.
tables-send = بۇ جەدۋەلنى كۆرۈش
tables-export-title = چىقىرىش
# review: tables-export-lead
tables-export-lead = ھۆججەتتە باھا ۋە ئامبار سانىنى ئۆزگەرتىپ قايتا كىرگۈزسىڭىز بولىدۇ. XLSX دا 007 دېگەندەك كودلار شۇ پېتى قالىدۇ.
tables-export-products = مەھسۇلات ۋە تېكىستلەر
tables-export-stock = باھا ۋە ئامبار
# review: tables-export-lots
tables-export-lots = تۈركۈملەر: ھوسۇل ۋاقتى ۋە جايى
tables-export-orders = زاكازلار
tables-export-file = { $table } ({ $format })
# review: tables-export-lots-lead
tables-export-lots-lead = كىرگەن مالنى يېزىش ئۈچۈن تۈركۈملەرنى چىقىرىڭ، يېڭى قۇرغا ئۆلچەم نومۇرىنى، يىغىۋېلىنغان ۋاقتىنى، جايىنى ۋە كىرگەن مىقدارىنى يېزىڭ، تۈركۈم نومۇرىنى بوش قويۇڭ، ئاندىن كىرگۈزۈڭ. ئامبارغا قوشۇلىدۇ.
# review: tables-translations-title
tables-translations-title = تەرجىمە قىلىنىدىغان تېكىستلەر
# review: tables-translations-lead
tables-translations-lead = بىر تىلدا كەم ياكى كونىراپ قالغان نام، چۈشەندۈرۈش ۋە دۇكان بېتىدىكى تېكىستلەر، تەرجىمانلار ۋە ئۇلارنىڭ پروگراممىلىرى ئۈچۈن XLIFF ھۆججىتى قىلىپ بېرىلىدۇ. تەرجىمە قىلىپ بولغاندا ھۆججەتنى مۇشۇ يەردە كىرگۈزۈڭ: ئاۋۋال نېمە ئۆزگىرىدىغانلىقى كۆرسىتىلىدۇ. دۇكان بېتىنىڭ تېكىستلىرىنى خېرىدارلار بەت ئېلان قىلىنغاندىن كېيىن كۆرىدۇ.
# review: tables-translations-into
tables-translations-into = تەرجىمە تىلى: { $language }
# review: tables-translations-none
tables-translations-none = { $language }: تەرجىمە قىلىدىغان تېكىست يوق
tables-list = كىرگۈزۈلگەن جەدۋەللەر
tables-list-empty = تېخى ھېچنېمە كىرگۈزۈلمىدى.
tables-import-of = جەدۋەل: { $file }
tables-back = بارلىق جەدۋەللەر
tables-state-checking = ئوقۇلۇۋاتىدۇ
# review: tables-state-ready
tables-state-ready = سىزنىڭ ماقۇللۇقىڭىزنى كۈتۈۋاتىدۇ
tables-state-running = كىرگۈزۈلۈۋاتىدۇ
tables-state-done = كىرگۈزۈلدى
# review: tables-state-nothing
tables-state-nothing = ھېچنېمە كىرگۈزۈلمىدى
# review: tables-text-confirmed
tables-text-confirmed = يەنىلا توغرا: ئەمدى «ۋاقتى ئۆتكەن» دەپ بەلگىلەنمەيدۇ.
tables-state-refused = ئوقۇغىلى بولمىدى
tables-state-canceled = بىكار قىلىندى
tables-state-failed = سىستېما خاتالىقى سەۋەبلىك توختىدى
tables-count-new = يېڭى
tables-count-changed = ئۆزگىرىدىغان
tables-count-same = ئۆزگەرمەيدىغان
tables-count-wrong = خاتا
# review: tables-wrong-left-out
tables-wrong-left-out = خاتا قۇرلار قالدۇرۇلىدۇ، باشقىلىرى كىرگۈزۈلىدۇ.
# review: tables-pictures
tables-pictures = ھۆججەتتە { $count } رەسىم تىلغا ئېلىنغان. ئۇلار چۈشۈرۈلمەيدۇ، دەسلەپكى نۇسخىلارغا رەسىم قوشۇڭ.
tables-progress = { $total } قۇردىن { $through } قۇر
tables-reload = ھازىرقى ئەھۋالنى كۆرۈش
tables-leave = بۇ بەتتىن چىقسىڭىز بولىدۇ، ئىش داۋاملىشىدۇ.
tables-done-drafts = يېڭى مەھسۇلاتلار دەسلەپكى نۇسخا: قاراپ چىقىپ، رەسىم قوشۇپ ئېلان قىلىڭ.
# review: tables-done-lots
tables-done-lots = كىرگەن مال ئامبارغا قوشۇلدى، ھەر بىر تۈركۈمنىڭ نومۇرى بار. نومۇرىنى «باھا ۋە ئامبار» دا كۆرىسىز.
tables-recognised = تونۇلغىنى
tables-recognised-lead = توغرا بولمىغىنىنى تۈزىتىپ، قايتا كۆرۈڭ.
tables-kind = جەدۋەل تۈرى
# review: tables-kind-own
tables-kind-own = بۇ دۇكاننىڭ ياكى ئۆزىڭىز تۈزگەن جەدۋەل
tables-kind-shopify = Shopify
tables-kind-woocommerce = WooCommerce
# review: tables-encoding
tables-encoding = ھەرپ كودى
tables-encoding-utf-8 = UTF-8
tables-encoding-utf-16le = UTF-16
tables-encoding-utf-16be = UTF-16 (big endian)
tables-encoding-gbk = GBK، GB 18030 (خەنزۇچە Windows)
tables-encoding-windows-1252 = Windows-1252 (ئىسپانچە Windows)
# review: tables-separator
tables-separator = ئايرىش بەلگىسى
# review: tables-separator-comma
tables-separator-comma = پەش (,)
# review: tables-separator-semicolon
tables-separator-semicolon = چېكىتلىك پەش (;)
tables-separator-tab = Tab
tables-separator-bar = تىك سىزىق |
tables-language = نام ۋە چۈشەندۈرۈش تىلى
tables-category = يېڭى مەھسۇلاتلارنىڭ تۈرى
# review: tables-category-needed
tables-category-needed = جەدۋەلدە يېڭى مەھسۇلاتنىڭ تۈرى يېزىلمىغان. تۆۋەندىن بىرنى تاللاپ، قايتا كۆرۈڭ.
# review: tables-category-as-file
tables-category-as-file = ھۆججەتتىكىدەك
# review: tables-rate
tables-rate = ھۆججەتتىكى 1 نەچچە يۈەن؟
tables-rate-hint = باھا يۈەندە بولسا بوش قالدۇرۇڭ.
tables-rate-wrong = 7.2 دېگەندەك سان كىرگۈزۈڭ، ئونلۇق قىسمى تۆت خانىدىن ئاشمىسۇن.
tables-columns = ئىستونلار
# review: tables-columns-others
tables-columns-others = ئىشلىتىلمىگەن ئىستونلار
tables-column-unnamed = { $number }-ئىستون
tables-example = مەسىلەن: { $cells }
# review: tables-look-again
tables-look-again = قايتا كۆرۈش
# review: tables-preview
tables-preview = ئالدىنقى قۇرلار كىرگۈزۈلگەندىن كېيىن
tables-row = قۇر
tables-row-number = { $row }-قۇر
tables-column = ئىستون
tables-problem = خاتالىقى
tables-typed = يېزىلغىنى
tables-price-was = ئىلگىرى: { $before }
tables-stock-of = ئامباردا: { $amount }
tables-stock-was = ئامباردا: { $amount } (ئىلگىرى: { $before })
# review: tables-text-now
tables-text-now = ھازىر
# review: tables-text-none
tables-text-none = تېخى يوق
# review: tables-text-then
tables-text-then = كىرگۈزگەندىن كېيىن
# review: tables-text-foreign
tables-text-foreign = بۇ تېكىستنىڭ كۆپ ھەرپلىرى باشقا تىلنىڭ. بۇ توغرا تېكىستمۇ؟
tables-problems = خاتا قۇرلار
tables-problems-file = خاتالىقلار CSV شەكلىدە (ئالدىنقى 1,000 خاتالىق)
# review: tables-notes
tables-notes = باشقىچە كىرگۈزۈلىدىغان قۇرلار
tables-problem-at = { $row }-قۇر، { $column }
tables-confirm = { $count } قۇرنى كىرگۈزۈش
tables-nothing = بۇ جەدۋەلدە يېڭى ياكى ئۆزگەرگەن نەرسە يوق.
# review: tables-counted
tables-counted = سانالغان ۋاقتى
# review: tables-counted-text
tables-counted-text = شۇنىڭدىن كېيىنكى ئۆزگىرىشلەر جەدۋەل كىرگۈزۈلگەندە قارىلىدۇ؛ كېيىنكى سانلار ھەقىقەتەن قىلىنغان ئىشنىڭ سانى.
tables-cancel = كىرگۈزمەسلىك
# review: tables-stop
tables-stop = مۇشۇ يەردە توختىتىش
tables-stop-text = كىرگۈزۈلگىنى قالىدۇ.
# review: tables-sold-pack
tables-sold-pack = قاپلاپ
# review: tables-sold-weight
tables-sold-weight = تارتىپ
tables-column-ignore = ئىشلىتىلمەيدۇ
tables-column-product = مەھسۇلات نومۇرى
tables-column-size = ئۆلچەم نومۇرى
tables-column-sku = ئۆز كودى (SKU)
# review: tables-column-group
tables-column-group = مەھسۇلات گۇرۇپپىسى
# review: tables-column-variant
tables-column-variant = خىلى
tables-column-name = مەھسۇلات نامى
tables-column-name-ug = نامى (ئۇيغۇرچە)
tables-column-name-zh = نامى (خەنزۇچە)
tables-column-name-es = نامى (ئىسپانچە)
tables-column-description = مەھسۇلات چۈشەندۈرۈشى
tables-column-description-ug = چۈشەندۈرۈش (ئۇيغۇرچە)
tables-column-description-zh = چۈشەندۈرۈش (خەنزۇچە)
tables-column-description-es = چۈشەندۈرۈش (ئىسپانچە)
tables-column-category = مەھسۇلات تۈرى
tables-column-sold = سېتىش ئۇسۇلى
# review: tables-column-net
tables-column-net = قاپنىڭ ئېغىرلىقى
tables-column-grams = ئېغىرلىقى (گرام)
tables-column-kilograms = ئېغىرلىقى (كىلوگرام)
# review: tables-column-pounds
tables-column-pounds = ئېغىرلىقى (قاداق)
# review: tables-column-ounces
tables-column-ounces = ئېغىرلىقى (ئۇنسىيە)
tables-column-price = باھاسى (يۈەن)
# review: tables-column-steps
tables-column-steps = كۆپ ئالغاندىكى باھاسى
# review: tables-column-buyer-limit
tables-column-buyer-limit = بىر خېرىدارغا چەك
# review: tables-column-harvest-year
tables-column-harvest-year = ھوسۇل يىلى
# review: tables-column-season-from
tables-column-season-from = پەسىل باشلىنىدىغان ئاي
# review: tables-column-season-to
tables-column-season-to = پەسىل ئاخىرلىشىدىغان ئاي
tables-column-stock = ئامبار سانى
# review: tables-column-status
tables-column-status = باشقا دۇكاندىكى ھالىتى
# review: tables-column-seen
tables-column-seen = چىقىرىلغاندىكى سان (ئۆزگەرتمەڭ)
tables-column-picture = رەسىم
tables-column-type = قۇر تۈرى
# review: tables-column-parent
tables-column-parent = تەۋە مەھسۇلات
tables-column-foreign-id = باشقا دۇكاندىكى نومۇرى
# review: tables-column-lot
tables-column-lot = تۈركۈم نومۇرى
# review: tables-column-came-in
tables-column-came-in = كىرگەن مىقدارى
tables-column-shown = مەھسۇلات ۋە ئۆلچىمى
tables-column-reserved = ئايرىلغىنى
tables-column-state = سېتىش ئەھۋالى
# review: tables-column-lots
tables-column-lots = تۈركۈملەر
# review: tables-column-left
tables-column-left = تۈركۈمدىن قالغىنى
# review: tables-column-arrived
tables-column-arrived = كىرگەن كۈنى
tables-column-harvested = يىغىۋېلىنغان ۋاقتى
tables-column-origin = يېتىشتۈرۈلگەن جايى
tables-problem-required = بۇ يەر بوش قالمىسۇن.
tables-problem-too-long = بەك ئۇزۇن.
tables-problem-invalid-price = 0.01 دىن 100,000 يۈەنگىچە باھا ئەمەس، مەسىلەن 12.50.
tables-problem-invalid-quantity = سان ياكى ئېغىرلىق ئەمەس، مەسىلەن 20 ياكى 500 گرام.
tables-problem-invalid-text = كۆرسەتكىلى بولمايدىغان ھەرپ بار.
tables-problem-invalid-choice = بۇ يەردىكى تاللاشلاردىن ئەمەس.
tables-problem-not-found = كوپىراتىپىڭىزدا بۇ نومۇرلۇق نەرسە يوق.
# review: tables-problem-changed
tables-problem-changed = جەدۋەل چىقىرىلغاندىن كېيىن باشقا بىرەيلەن ئۆزگەرتتى. قايتا چىقىرىڭ ياكى ئۆز بېتىدە ئۆزگەرتىڭ.
# review: tables-problem-fixed
tables-problem-fixed = بۇنى جەدۋەلدە ئۆزگەرتكىلى بولمايدۇ، يېڭى ئۆلچەم قوشۇڭ.
tables-problem-twice = بۇ ئۆلچەم باشقا قۇردىمۇ بار.
# review: tables-problem-disagrees
tables-problem-disagrees = باشقا بىر قۇردا شۇ مال ھەققىدە باشقىچە يېزىلغان. ئىككىلىسىگە ئوخشاش يېزىڭ.
# review: tables-problem-disagrees-with
tables-problem-disagrees-with = شۇ مال ھەققىدە باشقىچە يېزىلغان قۇر: { $row }، پەقەت شۇ قۇر ھېسابقا ئېلىندى. قايسىسى توغرىلىقىنى بېكىتىپ، ئىككىلىسىگە ئوخشاش يېزىڭ.
# review: tables-problem-no-parent
tables-problem-no-parent = ئۇ تەۋە مەھسۇلات ئۈستىدە يوق.
tables-problem-products-full = كوپىراتىپىڭىزنىڭ مەھسۇلات سانى توشتى.
tables-problem-sizes-full = بۇ مەھسۇلاتنىڭ ئۆلچەم سانى توشتى.
# review: tables-problem-same-size
tables-problem-same-size = بۇ مەھسۇلاتتا مۇشۇنداق ئۆلچەم بار.
# review: tables-problem-invalid-steps
tables-problem-invalid-steps = مۇنداق يېزىڭ: ⁦10=24.00⁩؛ ⁦50=21.50⁩. سانلار ئەڭ ئاز سېتىلىدىغان ساندىن كۆپ بولۇپ بارغانسېرى ئېشىشى، باھالار ئەسلى باھادىن تۆۋەن بولۇپ بارغانسېرى چۈشۈشى كېرەك؛ ئەڭ كۆپ بولغاندا بەش دەرىجە. سىزىقچە يازسىڭىز ئېلىپ تاشلىنىدۇ.
# review: tables-problem-steps-above
tables-problem-steps-above = بۇ سانلارنىڭ بىرى بىر قېتىمدا سېتىۋېلىشقا بولىدىغان ئەڭ كۆپ مىقداردىن ئاشىدۇ؛ شۇ مىقدار ≤ بەلگىسىدىن كېيىن يېزىلدى.
# review: tables-problem-steps-too-cheap
tables-problem-steps-too-cheap = بۇ باھالارنىڭ بىرى ئۆلچەم باھاسىنىڭ يېرىمىغىمۇ يەتمەيدۇ. خاتا يېزىلىپ قالدىمۇ؟
# review: tables-problem-below-steps
tables-problem-below-steps = بۇ باھا كۆپ ئالغاندىكى باھادىن يۇقىرى ئەمەس. شۇ قۇردىكى ئۇ باھالارنىمۇ ئۆزگەرتىڭ.
# review: tables-problem-invalid-limit
tables-problem-invalid-limit = بۇ ئۆلچەم بۇنداق مىقداردا سېتىلمايدۇ، مەسىلەن 3 ياكى 2 kg دەپ يېزىڭ. چەك بولمىسا، سىزىقچە يېزىڭ.
# review: tables-problem-invalid-month
tables-problem-invalid-month = ئىككى ئاينى 1 دىن 12 گىچە بولغان سان بىلەن يېزىڭ، يىل بويى بولسا ئىككىلىسىگە سىزىقچە يېزىڭ.
# review: tables-problem-invalid-year
tables-problem-invalid-year = باشلانغان، تۆت خانىلىق يىل ئەمەس، مەسىلەن 2026 دەپ يېزىڭ. سىزىقچە ئۇنى ئۆچۈرىدۇ.
# review: tables-problem-archived
tables-problem-archived = باشقا دۇكاندا ئارخىپقا ئېلىنغان. يېڭى مەھسۇلات ئارخىپقا كىرىدۇ، بۇ يەردە بار مەھسۇلات ئۆزگەرمەيدۇ.
# review: tables-problem-below-zero
tables-problem-below-zero = ئامبار سانى نۆلدىن تۆۋەن بولمايدۇ، 0 دەپ ئېلىنىدۇ.
# review: tables-problem-no-goods
tables-problem-no-goods = كوپىراتىپىڭىزدا بۇنداق كود ياكى ئىسىملىق مەھسۇلات يوق. چىقىرىلغان جەدۋەلدىكى ئۆلچەم نومۇرىنى يېزىڭ.
# review: tables-problem-no-lot
tables-problem-no-lot = بۇ ئۆلچەمدە بۇ نومۇرلۇق تۈركۈم يوق. يېڭى كىرگەن مالغا بوش قويۇڭ: نومۇرىنى دۇكان بېرىدۇ.
# review: tables-problem-lot-fixed
tables-problem-lot-fixed = بۇ تۈركۈم ئاللىقاچان بار، بۇرۇن يېزىلغان پېتى تۇرىدۇ. يېڭى كىرگەن مال بولسا، تۈركۈم نومۇرىنى بوش قويۇڭ.
# review: tables-problem-lot-twice
tables-problem-lot-twice = بۇ تۈركۈم باشقا قۇردىمۇ بار. ئىككى قېتىم كىرگەن بولسا، جەمئىي مىقدارىنى بىر قۇرغا يېزىڭ.
# review: tables-problem-lot-unnamed
tables-problem-lot-unnamed = يىغىۋېلىنغان ۋاقتىنى ياكى جايىنى يېزىڭ: بىرى بولسا تۈركۈم بولىدۇ.
tables-refusal-missing = ھۆججەت تاللانمىدى ياكى بوش. جەدۋەل تاللاڭ.
tables-refusal-too-many-bytes = ھۆججەت بەك چوڭ. بۆلۈڭ ياكى CSV قىلىپ ساقلاڭ.
tables-refusal-old-excel = بۇ كونا Excel ھۆججىتى (.xls). .xlsx ياكى CSV قىلىپ ساقلاپ، شۇنى تاللاڭ.
tables-refusal-not-a-table = بۇ جەدۋەل ئەمەس. CSV ياكى XLSX ھۆججىتى تاللاڭ.
tables-refusal-damaged = ھۆججەت بۇزۇلغان ياكى تولۇق ئەمەس. قايتا ساقلاپ، يەنە تاللاڭ.
tables-refusal-too-many-rows = 100,000 قۇردىن ئاشىدۇ. جەدۋەلنى بۆلۈڭ.
tables-refusal-too-many-columns = 256 ئىستوندىن ئاشىدۇ. ئايرىش بەلگىسى توغرىمۇ؟
# review: tables-refusal-row-too-long
tables-refusal-row-too-long = بىر قۇر ئاخىرلاشمىدى: تىرناق كەم ياكى ئارتۇق.
tables-refusal-no-columns = قايسى مەھسۇلات ئىكەنلىكىنى بىلدۈرىدىغان ئىستون يوق. ئاستىدا ئىستونلارنى كۆرسىتىڭ.
# review: tables-refusal-not-xliff
tables-refusal-not-xliff = بۇ بىز چىقىرىدىغان تەرجىمە ھۆججىتى (XLIFF 1.2) ئەمەس. مۇشۇ يەردىن چىقىرىپ، ئوخشاش فورماتتا قايتۇرۇڭ.
# review: tables-refusal-xml-entities
tables-refusal-xml-entities = ھۆججەتتە ئۆزىگە خاس قىسقارتىلمىلار (entity، DTD) بار، بىز ئۇنى ئوقۇمايمىز. ئۇلارسىز قايتا ساقلاڭ.
# review: tables-refusal-too-much-text
tables-refusal-too-much-text = بۇ تەرجىمە ھۆججىتى 20 MB دىن چوڭ. ئاز تېكىستلىك بىر نەچچە ھۆججەتكە بۆلۈپ، ئوخشاش فورماتتا (XLIFF 1.2) ئەۋەتىڭ.
# review: tables-refusal-other-language
tables-refusal-other-language = ھۆججەتنىڭ تىلى تېكىستلىرىڭىزنىڭ تىلىغا ياكى چىقىرىلغاندا تاللانغان تىلغا ماس كەلمەيدۇ. كېرەكلىك تىل ئۈچۈن قايتا چىقىرىڭ.
tables-order-code = زاكاز كودى
tables-order-placed = زاكاز ۋاقتى
tables-order-stage = ئەھۋالى
tables-order-payment = پۇل تۆلەش
tables-order-buyer = خېرىدار (تاماملانمىغان زاكاز)
tables-order-phone = تېلېفون (تاماملانمىغان زاكاز)
tables-order-destination = بارىدىغان يېرى (تاماملانمىغان زاكاز)
tables-order-product = سېتىلغان مەھسۇلات
tables-order-size = سېتىلغان ئۆلچەم
tables-order-quantity = سېتىلغان سان
tables-order-price = سېتىلغان باھا
# review: tables-order-line
tables-order-line = قۇر سوممىسى
tables-order-goods = زاكازدىكى مال سوممىسى
