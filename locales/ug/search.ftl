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
# review: search-empty-filtered
search-empty-filtered = بۇ سۈزگۈچلەر بىلەن ھېچنېمە تېپىلمىدى. سۈزگۈچنى ئېلىۋەتسىڭىز تېپىلىشى مۇمكىن.
# review: search-empty-popular
search-empty-popular = ھازىر كۆپ سېتىلىۋاتقانلار
# review: search-empty-ask
search-empty-ask = مەركەزدىن سوراش
# review: search-corrected
search-corrected = دەل مۇشۇ نامدىكىسى تېپىلمىدى. بەلكىم بۇنى ئىزدىگەنسىز:
# review: search-partial
search-partial = سۆزلەرنىڭ ھەممىسىگە ماس كېلىدىغىنى يوق. ئەڭ يېقىنلىرى مانا بۇلار.
# review: search-sort-best
search-sort-best = ئەڭ ماس كېلىدىغىنى

## نۇرغۇن كىشى ئىزدەپ تاپالمىغانلىرى

# review: search-missed-title
search-missed-title = ئىزدەلگەن، تېپىلمىغان
# review: search-missed-lead
search-missed-lead = بۇلارنىڭ ھەر بىرىنى 30 كۈن ئىچىدە تەخمىنەن بەش ياكى ئۇنىڭدىن كۆپ كىشى ئوخشىمىغان جايلاردىن ئىزدىدى، ھېچنېمە تېپىلمىدى. كىم ئىزدىگەنلىكى ساقلانمايدۇ.
# review: search-missed-people
search-missed-people = تەخمىنەن { $count } كىشى
# review: search-missed-none
search-missed-none = ھازىرچە نۇرغۇن كىشى ئىزدەپ تاپالمىغان نەرسە يوق.
# review: search-missed-finds
search-missed-finds = ئىزدىگەندە تېپىلىدىغان مال
# review: search-missed-add
search-missed-add = ئىزدەش سۆزلىرىگە قوشۇش

## تەۋسىيەلەر، ۋە مەھسۇلاتتىن باشقا تېپىلغانلار

# review: search-suggestions
search-suggestions = ئىزدەش تەۋسىيەلىرى
# review: search-suggestions-count
search-suggestions-count = { $count } تەۋسىيە بار
# review: search-places
search-places = تۈر، كوپىراتىپ ۋە ئېلىپ كېتىش نۇقتىلىرى
search-kind-category = تۈر
search-kind-cooperative = كوپىراتىپ
