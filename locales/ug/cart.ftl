### review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا. (No native speaker has read this file yet.)

cart-title = مال ھارۋىسى
cart-added = مال ھارۋىغا قوشۇلدى.
cart-saved = مال ھارۋىسى يېڭىلاندى.
cart-not-added = مال ھارۋىغا قوشۇلمىدى.
cart-back = ھېلىقى بەتكە قايتىش

## Nothing in it

cart-empty-title = مال ھارۋىڭىز بوش
cart-empty-text = سالغان ماللىرىڭىز بەتنى تاقىسىڭىزمۇ مۇشۇ يەردە تۇرىدۇ.
cart-empty-link = مەھسۇلاتلارنى كۆرۈش

## A line

cart-quantity-named = { $product } سانى
cart-remove = چىقىرىۋېتىش
cart-remove-named = چىقىرىۋېتىش: { $product }
# review: cart-line-steps
cart-line-steps = ئەڭ ئاز { $min }، ئەڭ كۆپ { $max }، ھەر قېتىم { $step } قوشۇلىدۇ
# review: cart-step-price: "unit price"
cart-step-price = بۇ ساندىكى بىرلىك باھاسى: { $price }
# review: cart-step-next: "unit price"
cart-step-next = يەنە { $more } ئالسىڭىز، بىرلىك باھاسى { $price } بولىدۇ
# review: cart-line-short
cart-line-short = ئەڭ كۆپ { $amount } ئالغىلى بولىدۇ. ئازايتىڭ ياكى چىقىرىۋېتىڭ.
cart-line-gone = سېتىلىپ بولدى ياكى ئەمدى سېتىلمايدۇ. قالغانلىرىنى زاكاز قىلىش ئۈچۈن چىقىرىۋېتىڭ.
cart-unit-piece = دانە
cart-unit-gram = گرام
cart-unit-millilitre = مىللىلىتېر

## Totals

cart-update = سانىنى يېڭىلاش
cart-seller-goods = بۇ كوپىراتىپتىن
# review: "settlement"; a plainer word for a summary of costs?
cart-summary = ھېسابات
cart-goods = مال پۇلى
cart-weight = ئورالمىسى بىلەن ئېغىرلىقى
cart-freight-later = توشۇش ھەققى ھېسابلاشقاندا، يەتكۈزۈش ئورنى تاللانغاندىن كېيىن ھېسابلىنىدۇ.
cart-not-orderable = ئاۋۋال بەلگە قويۇلغان ماللارنى ئۆزگەرتىڭ ياكى چىقىرىۋېتىڭ، ئاندىن ھېسابلىشالايسىز.
cart-continue = مال تاللاشنى داۋاملاشتۇرۇش

## After a line was taken out

cart-removed = ھارۋىدىن چىقىرىلدى: { $product }
# review: is this the usual word on a button?
cart-undo = قايتۇرۇۋېلىش
# review: cart-ordered
cart-ordered = ئاخىرقى زاكازىڭىز
