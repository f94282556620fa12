### ئىزدەش نەتىجىسى.
### review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا.

search-title = «{ $query }»
search-count = { $count } مەھسۇلات تېپىلدى
# review
search-count-more = كەم دېگەندە { $count } مەھسۇلات تېپىلدى
search-prompt = يېگۈڭىز كەلگەن نەرسىنى يېزىڭ، ياكى تۈرلەردىن كۆرۈڭ.
search-empty-title = «{ $query }» تېپىلمىدى
search-empty-text = قىسقاراق ياكى باشقا سۆز بىلەن ئىزدەڭ: ئۇيغۇرچە، خەنزۇچە، ئىسپانچە بولىدۇ.
search-empty-all = ھەممە مەھسۇلاتنى كۆرۈش

## نۇرغۇن كىشى ئىزدەپ تاپالمىغانلىرى

# review: search-missed-title
search-missed-title = ئىزدەلگەن، تېپىلمىغان
# review: search-missed-lead
search-missed-lead = بۇلارنىڭ ھەر بىرىنى 30 كۈن ئىچىدە تەخمىنەن بەش ياكى ئۇنىڭدىن كۆپ كىشى ئوخشىمىغان جايلاردىن ئىزدىدى، ھېچنېمە تېپىلمىدى. كىم ئىزدىگەنلىكى ساقلانمايدۇ.
# review: search-missed-people
search-missed-people = تەخمىنەن { $count } كىشى
# review: search-missed-none
search-missed-none = ھازىرچە نۇرغۇن كىشى ئىزدەپ تاپالمىغان نەرسە يوق.
