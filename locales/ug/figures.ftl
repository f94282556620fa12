### سېتىش ئەھۋالى.

# review: figures-title
figures-title = سېتىش ئەھۋالى
# review: figures-period
figures-period = ۋاقىت
# review: figures-days
figures-days = يېقىنقى 30 كۈن
# review: figures-months
figures-months = 12 ئاي
# review: figures-sold
figures-sold = سېتىلدى
# review: figures-orders
figures-orders = زاكاز
# review: figures-when
figures-when = ۋاقتى
# review: figures-month
figures-month = { $year }-يىل { $month }
# review: figures-chart
figures-chart = سېتىش دىئاگراممىسى؛ تۆۋەندىكى جەدۋەلمۇ شۇنى كۆرسىتىدۇ
# review: figures-as-table
figures-as-table = جەدۋەل شەكلىدە
# review: figures-none
figures-none = بۇ ۋاقىتتا ھېچنېمە سېتىلمىدى.
# review: figures-owed
figures-owed = مال پۇلى (مال نەگە يەتكەنلىكى بويىچە)
# review: figures-delivered
figures-delivered = خېرىدار تاپشۇرۇۋالغان، پۇلى كەلگەن مال
# review: figures-under-way
figures-under-way = قوبۇل قىلىنغان، تېخى يەتكۈزۈلمىگەن
# review: figures-waiting
figures-waiting = قوبۇل قىلىشىڭىزنى كۈتۈۋاتقان
# review: figures-owed-note
figures-owed-note = ئومۇمىي، پەقەت مال پۇلى: يەتكۈزۈش ھەققى توشۇغۇچىنىڭ، ھېچنېمە تۇتۇپ قېلىنمايدۇ. پۇلنى مەركەز تارقىتىدۇ.
# review: figures-products
figures-products = ئەڭ ياخشى سېتىلغانلار
# review: figures-places
figures-places = زاكازلار نەگە بارىدۇ
# review: figures-buyers
figures-buyers = خېرىدار: { $buyers }، بۇنىڭ ئىچىدە قايتا سېتىۋالغىنى: { $again }.
