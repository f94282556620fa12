### مەركەز پۈتۈن ناھىيە ئۈچۈن بەلگىلەيدىغانلىرى: نۇقتىلار، تۈرلەر، ئىزدەش سۆزلىرى.
### review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا. (No native speaker has read this file yet.)

district-nav = مەركەز بەلگىلەيدىغانلىرى
district-nav-general = ئومۇمىي
# review: district-saved
district-saved = ساقلاندى. دۇكاندا ھازىر كۆرۈنىدۇ.
# review: district-conflict
district-conflict = بۇ ئارىلىقتا باشقا بىرى ئۆزگەرتتى، ھېچنېمە ساقلانمىدى. يازغانلىرىڭىز مۇشۇ يەردە: ھازىر ساقلانغىنىغا قاراپ بېقىڭ، ئۆزىڭىزنىڭكى كېرەك بولسا قايتا ساقلاڭ.
district-conflict-look = ھازىر ساقلانغىنىنى كۆرۈش
# review: district-conflict-saved
district-conflict-saved = سىزنىڭكىدىن پەرقلىق بولغان، ھازىر ساقلانغىنى:
# review: district-languages-hint
district-languages-hint = بىر تىلدا يازسىڭىزمۇ بولىدۇ. يوق تىلنىڭ ئورنىدا باشقىسى كۆرۈنىدۇ.
district-choose = تاللاڭ

district-stations-title = نۇقتىلار
district-stations-state = ئوچۇق ياكى تاقالغان
district-stations-state-all = ھەممىسى
district-stations-open = ئوچۇق
district-stations-closed = تاقالغان
district-stations-back = بارلىق نۇقتىلار
district-station-new = يېڭى نۇقتا
# review: district-station-code
district-station-code = ۋىۋىسكىدىكى نومۇرى
district-station-code-hint = ھەرپ ۋە رەقەم، مەسىلەن B209. كېيىن ئۆزگەرتكىلى بولمايدۇ.
# review: district-station-code-wrong
district-station-code-wrong = ئەڭ كۆپ 8 لاتىن ھەرپ ياكى رەقەم يېزىڭ، مەسىلەن B209.
district-station-code-taken = بۇ نومۇر باشقا نۇقتىنىڭ. باشقىسىنى تاللاڭ.
district-station-name = ئىسمى
district-station-address = قانداق تاپقىلى بولىدۇ
district-station-phone = تېلېفون
# review: district-station-phone-wrong
district-station-phone-wrong = تېلېفون نومۇرى يېزىڭ، مەسىلەن ⁦0998⁠-⁠5551930⁩. رەقىمى 5 تىن 15 كىچە بولىدۇ.
district-station-hours = ئىش ۋاقتى
# review: district-station-hours-hint
district-station-hours-hint = مەسىلەن ⁦09:30⁠–⁠13:00, 15:00⁠–⁠19:30⁩. ئىشلىمەيدىغان كۈننى بوش قويۇڭ.
# review: district-station-hours-wrong
district-station-hours-wrong = قاچاندىن قاچانغىچە ئىكەنلىكىنى يېزىڭ، مەسىلەن ⁦09:30⁠–⁠18:30⁩؛ كۈنىگە ئەڭ كۆپ ئۈچ قېتىم، بىر-بىرىدىن كېيىن.
district-station-add = نۇقتا قوشۇش
# review: district-station-added
district-station-added = نۇقتا قوشۇلدى، ئۇنىڭغا زاكاز يوللىغىلى بولىدۇ.
# review: district-station-close
district-station-close = بۇ نۇقتىنى تاقاش
# review: district-station-close-text
district-station-close-text = خېرىدارلار ئۇنى ئەمدى تاللىيالمايدۇ. يولدىكى ۋە كېلىپ بولغان مال بۇرۇنقىدەكلا تاپشۇرۇلىدۇ.
district-station-close-done = نۇقتا تاقالدى. ئۇنىڭغا يېڭى زاكاز يوللانمايدۇ.
district-station-open = بۇ نۇقتىنى قايتا ئېچىش
district-station-open-text = خېرىدارلار ئۇنى دەرھال قايتا تاللىيالايدۇ.
district-station-open-done = نۇقتا قايتا ئېچىلدى.
# review: district-station-orders
district-station-orders = تېخى تۈگىمىگەن زاكازلار: { $count }

district-categories-title = تۈرلەر
district-categories-lead = خېرىدارلار تۈرلەرنى مۇشۇ تەرتىپتە كۆرىدۇ.
district-categories-hidden = يوشۇرۇنلىرى
district-categories-back = بارلىق تۈرلەر
district-category-goods = مەھسۇلات: { $count }
district-category-up = يۇقىرىغا
district-category-up-label = يۇقىرىغا يۆتكەش: { $name }
district-category-down = تۆۋەنگە
district-category-down-label = تۆۋەنگە يۆتكەش: { $name }
district-category-moved = يېڭى تەرتىپ ساقلاندى.
district-category-new = يېڭى تۈر
district-category-name = ئىسمى
# review: district-category-slug
district-category-slug = بېتىنىڭ ئادرېسىدىكى سۆز
# review: district-category-slug-hint
district-category-slug-hint = كىچىك لاتىن ھەرپ، رەقەم ۋە -، مەسىلەن ⁦dried-fruit⁩. كېيىن ئۆزگەرتكىلى بولمايدۇ.
# review: district-category-slug-wrong
district-category-slug-wrong = بۇ يەرگە ⁦a⁠–⁠z⁩ ۋە ⁦0⁠–⁠9⁩ يېزىلىدۇ، - پەقەت ئوتتۇرىسىدا بولسۇن؛ new، shops، zh دېگەندەك دۇكان ئادرېسىنىڭ ئۆز سۆزلىرى بولمايدۇ.
district-category-slug-taken = بۇ سۆز باشقا تۈرنىڭ. باشقىسىنى تاللاڭ.
district-category-picture = رەسىم
# review: district-category-picture-hint
district-category-picture-hint = سىز تاللىغان تۈرنىڭ رەسىمى بۇنىڭغىمۇ ئىشلىتىلىدۇ.
district-category-add = تۈر قوشۇش
district-category-added = تۈر قوشۇلدى، ئۇ ئەڭ ئاخىرىدا.
# review: district-category-move
district-category-move = ئىچىدىكى مەھسۇلاتلارنى يۆتكەش
# review: district-category-move-text
district-category-move-text = ئىچىدىكىلەرنىڭ ھەممىسى، دەسلەپكى نۇسخىلارمۇ، باشقا تۈرگە يۆتكىلىدۇ.
district-category-move-to = قايسى تۈرگە
district-category-move-done = مەھسۇلاتلار ھازىر باشقا تۈردە.
district-category-hide = بۇ تۈرنى يوشۇرۇش
# review: district-category-hide-text
district-category-hide-text = ئىچىدە ھېچنېمە يوق. خېرىدارلار ئۇنى ئەمدى كۆرمەيدۇ.
district-category-hide-full = ئىچىدە مەھسۇلات بار. ئاۋۋال ئۇلارنى باشقا تۈرگە يۆتكەڭ.
district-category-hide-done = تۈر يوشۇرۇلدى.
district-category-show = بۇ تۈرنى قايتا كۆرسىتىش
district-category-show-text = ئۇ ئەڭ ئاخىرىغا قويۇلىدۇ.
district-category-show-done = خېرىدارلار بۇ تۈرنى قايتا كۆرىدۇ.

district-words-title = ئىزدەش سۆزلىرى
# review: district-words-lead
district-words-lead = خېرىدارلار دۇكاندىكىدىن باشقا سۆز ئىشلەتسىمۇ تاپالىسۇن. بىر قۇردىكى سۆزنىڭ بىرىنى ئىزدىگەن كىشى باشقىلىرى بىلەن ئاتالغاننىمۇ تاپىدۇ.
district-words-new = يېڭى قۇر
# review: district-words-hint
district-words-hint = سۆزلەر ئارىسىغا پەش قويۇڭ: badam، بادام، 巴旦木، almendra
district-words-line = قۇردىكى سۆزلەر
# review: district-words-finds
district-words-finds = يەنە تاپىدىغىنى
# review: district-words-finds-hint
district-words-finds-hint = ئېھتىياج ئۈچۈن: يۇقىرىدىكى سۆزنى ئىزدىگەن كىشى نامى، تۈرى ياكى چۈشەندۈرۈشىدە بۇ سۆزلەر بار مالنىمۇ تاپىدۇ، ئەكسىچە بولسا تاپمايدۇ. مەسىلەن «قۇرۇق يېمىش» ئۈچۈن: بادام، 核桃
district-words-add = قۇر قوشۇش
district-words-remove = ئۆچۈرۈش
district-words-find = سۆز ئىزدەش
district-words-none = بۇنداق قۇر يوق.
# review: district-words-too-few
district-words-too-few = كەم دېگەندە ئىككى خىل سۆز يېزىڭ، ئارىسىغا پەش قويۇڭ، ياكى بىر سۆزنىڭ يەنە نېمىنى تاپىدىغانلىقىنى يېزىڭ.
# review: district-words-too-many
district-words-too-many = بىر قۇرغا ئەڭ كۆپ { $most } سۆز سىغىدۇ. قالغانلىرىنى باشقا قۇرغا يېزىڭ.
# review: district-words-added
district-words-added = قۇر قوشۇلدى. ئىزدەش ئۇنى دەرھال ئىشلىتىدۇ.
district-words-removed = قۇر ئۆچۈرۈلدى.
