# Kazakh in Arabic letters, a fixture of the tests. What it lacks is said in its fallback.

home-hero-title = باقتان داستارقانعا
home-hero-button = تاۋارلاردى كورۋ
home-season-title = قازىر ماۋسىمى
home-popular-title = كوپ ساتىپ الىناتىندار
home-all-products = ٴبارىن كورۋ
