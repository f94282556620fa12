### review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا. (No native speaker has read this file yet.)

checkout-title = ھېسابلىشىش
checkout-steps = زاكاز قىلىش باسقۇچلىرى
checkout-step-cart = مال ھارۋىسى
checkout-step-details = ئۇچۇرلىرىڭىز
checkout-step-done = زاكاز تاپشۇرۇلدى

## Who receives it

checkout-recipient = تاپشۇرۇۋالغۇچى
checkout-name = ئىسمى
checkout-phone = تېلېفون نومۇرى
checkout-phone-hint = مالنى يەتكۈزگەندە كېرەك بولىدۇ. ئاخىرقى تۆت خانىسى بىلەن كېيىن زاكازىڭىزنى كۆرەلەيسىز.

## Where it goes

checkout-delivery = يەتكۈزۈش
checkout-delivery-station = ئېلىپ كېتىش نۇقتىسىدىن ئېلىش
checkout-delivery-station-text = كەنتىڭىز ياكى بازىرىڭىزدا، توشۇش ھەققى يوق. نەق پۇلنى شۇ يەردە تۆلىسىڭىز بولىدۇ.
checkout-delivery-address = ئادرېسقا يەتكۈزۈش
checkout-delivery-address-text = پۈتۈن مەملىكەت بويىچە ئىشىككىچە يەتكۈزۈلىدۇ.
checkout-township = يېزا-بازار
checkout-township-all = بارلىق يېزا-بازارلار
checkout-township-show = نۇقتىلىرىنى كۆرسىتىش
checkout-station = ئېلىپ كېتىش نۇقتىسى
checkout-station-choose = نۇقتا تاللاڭ
checkout-station-see = ئادرېسى ۋە ئىش ۋاقتى
# review: checkout-stations-fewer
checkout-stations-fewer = مەھسۇلاتلىرىڭىزنىڭ ھەممىسى ھەر بىر نۇقتىغا يەتكۈزۈلمەيدۇ. ھەممىسى يېتىپ بارىدىغان نۇقتىلارنى تاللىيالايسىز.
# review: checkout-stations-none
checkout-stations-none = مەھسۇلاتلىرىڭىزنىڭ ھەممىسى يېتىپ بارىدىغان نۇقتا يوق. ئادرېسقا يەتكۈزۈشنى تاللاڭ ياكى ئايرىم-ئايرىم زاكاز قىلىڭ.
# review: checkout-province
checkout-province = ئۆلكە، ئاپتونوم رايون
checkout-province-choose = تاللاڭ
# review: checkout-city, checkout-district
checkout-city = شەھەر، ۋىلايەت
checkout-district = ناھىيە، شەھەر رايونى
checkout-street = كوچا ۋە ئۆي نومۇرى
checkout-refresh = توشۇش ھەققىنى ھېسابلاش

## How it is paid

checkout-payment = تۆلەش ئۇسۇلى
checkout-payment-cash = مالنى ئالغاندا نەق پۇل تۆلەش
# review: checkout-payment-cash-text
checkout-payment-cash-text = پەقەت ئېلىپ كېتىش نۇقتىسىدا. تېلېفون نومۇرىڭىز جەزملەنگەندىن كېيىن، مال يەتتە كۈن ساقلاپ بېرىلىدۇ.
checkout-payment-transfer = بانكا ئارقىلىق يۆتكەش
# review: checkout-payment-transfer-text
checkout-payment-transfer-text = سىزگە بىر كود بېرىلىدۇ. تېلېفون نومۇرىڭىز جەزملەنگەندىن كېيىن، مال 24 سائەت ساقلاپ بېرىلىدۇ.
# review: checkout-no-transfer
checkout-no-transfer = ھازىر بانكا ئارقىلىق يۆتكەش مۇمكىن ئەمەس. ئېلىپ كېتىش نۇقتىسىدىن ئېلىپ، شۇ يەردە تۆلىسىڭىز بولىدۇ.
checkout-note = ساتقۇچىغا ئىزاھ

## What it costs

checkout-summary = زاكازىڭىز
checkout-edit-cart = ھارۋىنى ئۆزگەرتىش
checkout-goods = مال پۇلى
checkout-freight = توشۇش ھەققى
checkout-freight-open = ئورنىغا قاراپ
checkout-total = جەمئىي
checkout-freight-table = ھەرقايسى ئۆلكىلەرگە توشۇش ھەققى
checkout-place = زاكاز تاپشۇرۇش
checkout-place-again = قوشۇلۇپ زاكاز تاپشۇرۇش
checkout-pay-later = ھازىر پۇل تۆلىمەيسىز. قانداق تۆلەش كېيىنكى بەتتە كۆرسىتىلىدۇ.

## Something is not as it was

checkout-changed = ئۆزگىرىش بولدى. تېخى زاكاز تاپشۇرۇلمىدى.
checkout-changed-agree = يېڭى جەمئىي سوممىغا قاراڭ. قوشۇلسىڭىز، زاكازنى قايتا تاپشۇرۇڭ.
checkout-change-price = { $product }: ئىلگىرى { $before } ئىدى، ھازىر { $now }.
checkout-change-freight = توشۇش ھەققى: ئىلگىرى { $before } ئىدى، ھازىر { $now }.
# review: checkout-change-stock
checkout-change-stock = { $product }: ئەمدى سېتىلمايدۇ ياكى ھازىر سىز خالىغان ساندا ئالغىلى بولمايدۇ. ھارۋىدا ئۆزگەرتىڭ.
# review: checkout-change-cart
checkout-change-cart = بۇ بەت ئېچىلغاندىن كېيىن ھارۋىڭىز ئۆزگەردى.
# review: checkout-change-limit
checkout-change-limit = { $product }: بىر تېلېفون نومۇرى بىلەن ئەڭ كۆپ زاكاز قىلىشقا بولىدىغىنى { $most } (يېقىنقى كۈنلەر: { $days }، ئىلگىرىكى زاكازلارمۇ ھېسابلىنىدۇ).
# review: checkout-limit-title
checkout-limit-title = بىر خېرىدارغا چەك بار. تېخى زاكاز تاپشۇرۇلمىدى.
# review: checkout-limit-next
checkout-limit-next = ھارۋىدا ئازايتىپ، زاكازنى قايتا تاپشۇرۇڭ. تولدۇرغانلىرىڭىز ساقلاندى.
# review: checkout-limit-cart
checkout-limit-cart = ھارۋىدا ئۆزگەرتىش

## Provinces in addresses. The number is that of the province in China's list of regions (GB/T 2260).

checkout-province-11 = بېيجىڭ
checkout-province-12 = تيەنجىن
checkout-province-13 = خېبېي
checkout-province-14 = سەنشى
checkout-province-15 = ئىچكى موڭغۇل
checkout-province-21 = لياۋنىڭ
checkout-province-22 = جىلىن
checkout-province-23 = خېيلۇڭجياڭ
checkout-province-31 = شاڭخەي
checkout-province-32 = جياڭسۇ
checkout-province-33 = جېجياڭ
checkout-province-34 = ئەنخۇي
checkout-province-35 = فۇجيەن
checkout-province-36 = جياڭشى
checkout-province-37 = شەندۇڭ
checkout-province-41 = خېنەن
checkout-province-42 = خۇبېي
checkout-province-43 = خۇنەن
checkout-province-44 = گۇاڭدۇڭ
checkout-province-45 = گۇاڭشى
checkout-province-46 = خەينەن
checkout-province-50 = چوڭچىڭ
checkout-province-51 = سىچۇەن
checkout-province-52 = گۇيجۇ
checkout-province-53 = يۈننەن
# review: شىزاڭ or تىبەت
checkout-province-54 = شىزاڭ
checkout-province-61 = شەنشى
checkout-province-62 = گەنسۇ
checkout-province-63 = چىڭخەي
checkout-province-64 = نىڭشيا
checkout-province-65 = شىنجاڭ
checkout-province-71 = تەيۋەن
checkout-province-81 = شياڭگاڭ
checkout-province-82 = ئاۋمېن
