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
