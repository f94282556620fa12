### بەتنى باشقىلارغا ئەۋەتىش، ئىزدىگەندە تېپىلىش.

# review: sharing-title
sharing-title = ھەمبەھىرلەش
# review: sharing-lead
sharing-lead = بۇ ئۇلىنىشنى ئەۋەتىڭ ياكى كودنى تېلېفون بىلەن سىكانىرلىتىڭ. ھەر ئىككىسى شۇ بەتنى ئاچىدۇ.
sharing-send = ئەۋەتىش…
sharing-copy = ئۇلىنىشنى كۆچۈرۈش
sharing-copied = ئۇلىنىش كۆچۈرۈلدى.
# review: sharing-copy-failed
sharing-copy-failed = تېلېفون ئۇلىنىشنى كۆچۈرەلمىدى. تۆۋەندىكى ئۇلىنىشنى بېسىپ تۇرۇپ، ئۆزىڭىز كۆچۈرۈڭ.
sharing-link = ئۇلىنىش
sharing-code = بەتنىڭ QR كودى
# review: sharing-scan
sharing-scan = كامېرا ياكى ئۈندىداردا سىكانىرلاڭ
sharing-back = بەتكە قايتىش

## What search engines and messengers show

sharing-product-text = { $name }. ساتقۇچى: { $seller }.
# review: sharing-category-text
sharing-category-text = { $category }: بىۋاسىتە كوپىراتىپتىن. ئۆلچىمى ۋە باھاسىنى سېلىشتۇرۇڭ، ئۆيىڭىزگە ئەۋەتىلىدۇ ياكى نۇقتىدىن ئۆزىڭىز ئالىسىز.
# review: sharing-goods-text
sharing-goods-text = { $shop }: بارلىق مەھسۇلاتلىرى، باھاسى ۋە ئامباردا بارلىرى.
sharing-page-title = { $title } ({ $page })
