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
figures-waiting = تېخى قوبۇل قىلىنمىغان
# review: figures-owed-note
figures-owed-note = ئومۇمىي، پەقەت مال پۇلى: توشۇش ھەققى توشۇغۇچىنىڭ. مەركەز تۇتۇپ قالغان ۋە تارقاتقان پۇل «سىزگە تېگىشلىك پۇل» دا.
# review: figures-products
figures-products = ئەڭ ياخشى سېتىلغانلار
# review: figures-places
figures-places = زاكازلار نەگە بارىدۇ
# review: figures-buyers
figures-buyers = خېرىدارلار
# review: figures-buyers-all
figures-buyers-all = سېتىۋالغانلار
# review: figures-buyers-again
figures-buyers-again = بۇنىڭ ئىچىدە قايتا سېتىۋالغىنى
# review: figures-place-orders
figures-place-orders = { $count } زاكاز
# review: figures-ordered
figures-ordered = كۈچكە ئىگە زاكازلاردا زاكاز قىلىنغىنى
# review: figures-taken-off
figures-taken-off = كەم ئەۋەتىلگەنلىكتىن كېمەيگىنى
# review: figures-given-back
figures-given-back = مال تاپشۇرۇلغاندىن كېيىن قايتۇرۇلغىنى
# review: figures-export-note
figures-export-note = بۇ بەتتىكى سانلار، بارلىق مەھسۇلات ۋە جايلار بىلەن. ئۇنىڭدا ھېچكىمنىڭ ئىسمى يوق.
# review: figures-column-part
figures-column-part = بۆلەك
# review: figures-column-what
figures-column-what = مەزمۇنى
# review: figures-column-people
figures-column-people = ئادەم سانى
# review: figures-column-yuan
figures-column-yuan = يۈەن
# review: figures-views
figures-views = كۆپچىلىك نېمىلەرنى كۆرۈۋاتىدۇ
# review: figures-views-note
figures-views-note = يېقىنقى 30 كۈن. بەت ھەر ئېچىلغاندا بىر قېتىم، رەسىم كىشىلەر ئۇنىڭغا كەلگەندە بىر قېتىم سانىلىدۇ. كىمنىڭ كۆرگەنلىكى خاتىرىلەنمەيدۇ.
# review: figures-views-none
figures-views-none = يېقىنقى 30 كۈندە بەتلىرىڭىزنى تېخى ھېچكىم كۆرمىدى.
# review: figures-views-products
figures-views-products = ئەڭ كۆپ كۆرۈلگەن مەھسۇلاتلار
# review: figures-views-pictures
figures-views-pictures = ئەڭ كۆپ كۆرۈلگەن رەسىم ۋە ھېكايىلەر
# review: figures-views-few
figures-views-few = 5 تىن ئاز
# review: figures-column-views
figures-column-views = كۆرۈلۈش سانى
