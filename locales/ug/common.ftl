### ھەر بىر بەتتە كۆرۈنىدىغان سۆزلەر ۋە خاتالىق ئۇچۇرلىرى.
### review: ئانا تىلى ئۇيغۇرچە بىرەيلەن پۈتۈن ھۆججەتنى كۆرۈپ چىقسا. (No native speaker has read this file yet.)

## The shop itself

site-name = بازار
# review: "straight from the growers" as "from the farmer's hand"
site-tagline = ياڭاق-بادام، ھەسەل ۋە مېۋىلەر دېھقاننىڭ ئۆز قولىدىن
site-page-title = { $page } · بازار

## Navigation

nav-home = باش بەت
nav-products = مەھسۇلاتلار
nav-cooperatives = كوپىراتىپلار
# review: the glossary marks "pickup station" for review
nav-stations = ئېلىپ كېتىش نۇقتىلىرى
nav-search = ئىزدەش
nav-cart = مال ھارۋىسى
nav-cart-count = مال ھارۋىسى، { $count } مال بار
nav-about = بازار ھەققىدە
nav-language = تىل
nav-main = ئاساسىي تىزىملىك
nav-skip-content = ئاساسىي مەزمۇنغا ئۆتۈش

## Buttons

button-add-to-cart = ھارۋىغا قوشۇش
# review: "to settle up", see the glossary
button-checkout = ھېسابلىشىش
button-save = ساقلاش
button-search = ئىزدەش
button-previous-page = ئالدىنقى بەت
button-next-page = كېيىنكى بەت
button-try-again = قايتا سىناش

page-position = { $page }-بەت، جەمئىي { $pages } بەت

## Waiting

## What went wrong with a whole request: what happened, what was kept, what to do next.

error-title = مەشغۇلات ئورۇندالمىدى
error-reference = بىز بىلەن ئالاقىلاشقاندا مۇشۇ كودنى ئېيتىڭ: { $reference }
error-not-found = بۇ بەت تېپىلمىدى، ئادرېسى خاتا ياكى ئۆچۈرۈلگەن بولۇشى مۇمكىن. مال ھارۋىڭىز ئۆزگەرمىدى. ئىزدەپ بېقىڭ ياكى باش بەتتىن باشلاڭ.
error-invalid = بەزى ئورۇنلارنى تۈزىتىش كېرەك. تېخى ھېچنېمە يوللانمىدى، يازغانلىرىڭىز ساقلاندى. بەلگە قويۇلغان ئورۇنلارنى تۈزىتىپ قايتا يوللاڭ.
error-sold-out = ھارۋىڭىزدىكى بەزى ماللار سېتىلىپ بولدى ياكى يېتەرلىك قالمىدى. زاكاز تاپشۇرۇلمىدى، مال ھارۋىڭىز ساقلاندى. سانىنى ئۆزگەرتىڭ ياكى شۇ مالنى چىقىرىۋېتىپ قايتا سىناڭ.
error-price-changed = باھا ئۆزگەردى. زاكاز تاپشۇرۇلمىدى، مال ھارۋىڭىز ۋە تولدۇرغانلىرىڭىز ساقلاندى. يېڭى جەمئىي سوممىنى كۆرۈپ قايتا جەزملەڭ.
error-freight-changed = توشۇش ھەققى ئۆزگەردى. زاكاز تاپشۇرۇلمىدى، مال ھارۋىڭىز ۋە تولدۇرغانلىرىڭىز ساقلاندى. يېڭى جەمئىي سوممىنى كۆرۈپ قايتا جەزملەڭ.
error-cart-empty = مال ھارۋىڭىز بوش، شۇڭا زاكاز تاپشۇرۇلمىدى، پۇل تۆلەشنىڭ ھاجىتى يوق. ئاۋۋال ھارۋىغا مال قوشۇڭ.
error-idempotency-mismatch = بۇ جەدۋەل باشقا مەزمۇن بىلەن يوللىنىپ بولغان. بىرىنچى قېتىم يوللىغىنىڭىز ھېساب، ھېچنېمە ئىككى قېتىم زاكاز قىلىنمىدى. زاكازىڭىزنى كۆرۈڭ ياكى مال ھارۋىسىدىن قايتا باشلاڭ.
error-step-order = ئەھۋال ئۆزگەرگەچكە، ھازىر بۇ مەشغۇلاتنى قىلغىلى بولمايدۇ. ھېچنېمە ئۆزگەرتىلمىدى. بەتنى يېڭىلاپ، ھازىرقى ھالىتىنى كۆرۈڭ.
error-amount-too-large = بۇ مىقدار بىر زاكازنىڭ چېكىدىن ئېشىپ كەتتى. زاكاز تاپشۇرۇلمىدى، مال ھارۋىڭىز ساقلاندى. ئازراق ياكى بىرنەچچە قېتىمغا بۆلۈپ زاكاز قىلىڭ.
# Word for word the same as error-not-found.
error-not-allowed = بۇ بەت تېپىلمىدى، ئادرېسى خاتا ياكى ئۆچۈرۈلگەن بولۇشى مۇمكىن. مال ھارۋىڭىز ئۆزگەرمىدى. ئىزدەپ بېقىڭ ياكى باش بەتتىن باشلاڭ.
error-sign-in-failed = تېلېفون نومۇرى بىلەن مەخپىي نومۇر ياكى تەستىق كودى ماس كەلمىدى. سىز تېخى كىرمىدىڭىز، مال ھارۋىڭىز ساقلاندى. تەكشۈرۈپ قايتا سىناڭ.
error-too-many-attempts = قىسقا ۋاقىت ئىچىدە بەك كۆپ قېتىم سىنالدى. ھېچنېمە ئۆزگەرمىدى.
# review: «قالغان ۋاقىت» بىلەن يېزىلغان.
error-wait-minutes = قايتا سىناشقا قالغان ۋاقىت: { $minutes } مىنۇت.
error-wait-hours = قايتا سىناشقا قالغان ۋاقىت: { $hours } سائەت.
error-too-large = يوللىغىنىڭىز بەك چوڭ. ساقلانمىدى، ئىلگىرىكىسى ئۆزگەرمىدى. تېكىستنى قىسقارتىڭ ياكى كىچىكرەك رەسىم تاللاپ قايتا يوللاڭ.
error-busy = دۇكان ھازىر بەك ئالدىراش. ھېچنېمە ئۆزگەرمىدى، مال ھارۋىڭىز ساقلاندى. بىرنەچچە سېكۇنتتىن كېيىن قايتا سىناڭ.
# review: wording
error-unavailable = دۇكان ھازىرچە ھېچنېمىنى ساقلىيالمايدۇ. ھېچنېمە ئۆزگەرمىدى، يازغانلىرىڭىز مۇشۇ بەتتە تۇرىدۇ. بىرنەچچە مىنۇتتىن كېيىن قايتا سىناڭ.
error-internal = بىز تەرەپتە خاتالىق كۆرۈلدى. مال ھارۋىڭىز ساقلاندى. سەل تۇرۇپ قايتا سىناڭ؛ شۇ جەدۋەلنى قايتا يوللىسىڭىزمۇ ئىككى قېتىم زاكاز قىلىنمايدۇ.
error-cross-site = بۇ جەدۋەل باشقا تور بېكەتتىن كەلگەچكە قوبۇل قىلىنمىدى. ھېچنېمە ئۆزگەرمىدى. دۇكاننىڭ ئۆز بېتىنى ئېچىپ قايتا سىناڭ.

## What is wrong with one field; shown right beside it.

field-error-required = بۇ ئورۇننى تولدۇرۇڭ.
field-error-too-long = بەك ئۇزۇن بولۇپ كەتتى، قىسقارتىڭ.
field-error-invalid-phone = تېلېفون نومۇرى تولۇق ئەمەس. جۇڭگودىكى يانفون نومۇرى 11 خانىلىق بولىدۇ، چەت ئەل نومۇرى + بىلەن باشلىنىدۇ.
field-error-invalid-quantity = بۇ ساندا زاكاز قىلغىلى بولمايدۇ. كۆرسىتىلگەنلەردىن تاللاڭ.
field-error-invalid-text = بۇ يەردە ئىشلەتكىلى بولمايدىغان بەلگە بار، ئۆچۈرۈۋېتىڭ.
field-error-invalid-choice = بېرىلگەنلەردىن بىرنى تاللاڭ.
field-error-invalid-code = بۇ كود توغرا ئەمەس. ھەرپمۇھەرپ تەكشۈرۈڭ.
field-error-invalid-price = باھانى مۇنداق كىرگۈزۈڭ: 12.50
field-error-invalid-link = بۇ ئادرېسنى ئىشلەتكىلى بولمايدۇ. مۇنداق يېزىڭ: https://badam.example

## Languages of names and descriptions

# These end in -چە, so they also mean "in Uyghur", "in Chinese", "in Spanish".
language-name-ug = ئۇيغۇرچە
language-name-zh = خەنزۇچە
language-name-es = ئىسپانچە
language-shown-in = { $language } كۆرسىتىلدى
language-translation-outdated = بۇ تەرجىمە كونىراپ قالغان بولۇشى مۇمكىن

## Prices

## Footer

# review: "e-commerce centre of the district" as ناھىيەلىك ئېلېكترونلۇق سودا مەركىزى
footer-about = دېھقانلار كوپىراتىپلىرى بۇ يەردە مېلىنى ئۆزى ساتىدۇ؛ ناھىيەلىك ئېلېكترونلۇق سودا مەركىزى زاكاز ۋە يەتكۈزۈشكە مەسئۇل.
footer-help = ياردەم ۋە ئالاقە
error-last-owner = باشقۇرىدىغان بىر كىشى قېلىشى كېرەك. ھېچنېمە ئۆزگەرمىدى. ئاۋۋال بۇ رولنى باشقا بىرسىگە بېرىڭ.
field-error-too-short = بەك قىسقا.
field-error-too-easy = ئاسانلا تېپىۋېلىنىدۇ. باشقىسىنى تاللاڭ.
field-error-unknown = بۇنداق ناملىقى يوق.

notices-label = ئۇقتۇرۇشلار
notices-days = { $from } – { $until }
