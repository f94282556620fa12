### باش بەت.
### review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا.

## The top of the page

home-hero-title = باغدىن داستىخىنىڭىزغا
home-hero-text = بادام، ياڭاق، چىلان ۋە ھەسەل: ئۆستۈرگەن ئائىلىلەر ئۆزى قاچىلاپ، ئۆزى ساتىدۇ.
home-hero-button = ماللارنى كۆرۈش

## Shelves

home-season-title = ھازىر پەسلىدە
home-popular-title = ئەڭ كۆپ سېتىلغانلار
home-all-products = ھەممىسى

## How it works, in three steps

home-how-title = قانداق سېتىۋالىمەن؟
home-how-choose = تاللاڭ
home-how-choose-text = بىرقانچە كوپىراتىپتىن بىراقلا سېتىۋالسىڭىز، پۇلنى بىر قېتىمدىلا تۆلەيسىز.
home-how-order = زاكاز قىلىڭ
home-how-order-text = ئىسمىڭىز بىلەن تېلېفون نومۇرىڭىزلا كۇپايە. تىزىملىتىش، ئەپ قاچىلاش كېرەك ئەمەس.
home-how-receive = تاپشۇرۇپ ئېلىڭ
home-how-receive-text = ئۆيىڭىزگە يەتكۈزۈپ بېرىمىز، ياكى يېقىن نۇقتىدىن ئېلىپ، نەق پۇل تۆلەڭ.
home-how-more = زاكاز ۋە پۇل تۆلەش ھەققىدە تەپسىلىي

## Cooperatives and stations

home-cooperatives-title = كىمدىن سېتىۋالىسىز؟
home-cooperatives-all = ھەممىسى
home-stations-title = يېزا-كەنتلەردە { $count } ئېلىپ كېتىش نۇقتىسى
home-stations-text = شۇ يەردە زاكاز قىلىڭ، نەق پۇل تۆلەڭ، مېلىڭىزنى ئېلىڭ: ياردەم قىلىدىغان ئادەم بار.
home-stations-button = نۇقتا ئىزدەش
