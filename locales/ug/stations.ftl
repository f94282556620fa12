### ئېلىپ كېتىش نۇقتىلىرى.
### review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا.

stations-lead = زاكازىڭىزنى ئېلىپ، نەق پۇل تۆلەيسىز. ئۇ يەردىكىلەر سىزگە ۋاكالىتەن زاكازمۇ قىلىپ بېرىدۇ.
stations-township = يېزا-بازار
stations-township-all = ھەممە يېزا-بازار
stations-query = ئىسمى، كەنتى ياكى نومۇرى
stations-find = ئىزدەش
stations-count = { $count } نۇقتا
stations-hours = ئىش ۋاقتى
stations-hours-daily = ھەر كۈنى
# review: stations-goods
stations-goods = بۇ يەردە ئېلىپ كەتكىلى بولىدىغان مەھسۇلاتلار
stations-empty-title = ماس نۇقتا تېپىلمىدى
stations-empty-text = باشقىچە يېزىپ بېقىڭ ياكى يېزا-بازارنى تاللاڭ.
stations-empty-all = ھەممە يېزا-بازار
