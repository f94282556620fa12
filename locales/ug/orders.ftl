### review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا. (No native speaker has read this file yet.)

orders-find-title = زاكازنى كۆرۈش
orders-find-text = زاكاز كودى زاكاز تاپشۇرغاندىن كېيىن چىققان بەتتە بار.
orders-code = زاكاز كودى
orders-code-hint = ئون ئىككى ھەرپ ۋە رەقەم، مەسىلەن ⁦7K3M‑9QXT‑V2WP⁩
orders-tail = تېلېفون نومۇرىنىڭ ئاخىرقى تۆت خانىسى
orders-tail-hint = زاكازدا قالدۇرغان نومۇرنىڭ
orders-show = زاكازنى كۆرسىتىش
orders-wrong = كود بىلەن رەقەم ماس كەلمىدى. ئىككىلىسىنى قايتا تەكشۈرۈڭ.
# review: orders-wait-number
orders-wait-number = بۇ زاكازنى بۇرۇن ئاچقان تور كۆرگۈدە يەنىلا ئاچالايسىز. بولمىسا، تۆت خانىنىڭ ئورنىغا پۈتۈن تېلېفون نومۇرىنى يېزىڭ ياكى مەركەزدىن سوراڭ.
orders-unlock-text = زاكازىڭىزنى قوغداش ئۈچۈن تېلېفون نومۇرىڭىزنىڭ ئاخىرقى تۆت خانىسىنى سورايمىز.

## The order

orders-title = { $code } زاكازى
orders-thanks = رەھمەت! زاكازىڭىز تاپشۇرۇلدى.
orders-thanks-text = بۇ كودنى ساقلاپ قويۇڭ. ئۇنىڭ بىلەن ۋە تېلېفون نومۇرىڭىزنىڭ ئاخىرقى تۆت خانىسى بىلەن بۇ بەتنى ھەرقاچان ئاچالايسىز.
orders-placed-at = زاكاز ۋاقتى: { $date }

## Where the order stands as a whole

orders-group-placed = پۇل تۆلەشنى كۈتۈۋاتىدۇ
orders-group-paid = تۆلەنگەن
orders-group-canceled = بىكار قىلىنغان
orders-group-expired = ۋاقتى ئۆتكەن
orders-group-completed = تاماملانغان

## What to do now

# review: orders-next
orders-next = ئەمدى نېمە قىلىسىز؟
# review: orders-next-cash
orders-next-cash = مالنى مۇشۇ نۇقتىدىن ئالغاندا نەق پۇل { $amount } تۆلەڭ: { $station }. مال مۇشۇ ۋاقىتقىچە ساقلاپ بېرىلىدۇ: { $date }. قاچان تەييار بولىدىغانلىقىنى تۆۋەندىن كۆرەلەيسىز.
# review: orders-next-transfer
orders-next-transfer = { $amount } يۆتكەڭ، ئاخىرقى ۋاقىت: { $date }. پۇلىڭىزنى تاپالىشىمىز ئۈچۈن ئىزاھ ئورنىغا تۆۋەندىكى كودنى يېزىڭ.
# review
orders-next-hold = بۇ تېلېفون نومۇرى بىلەن تۇنجى قېتىم زاكاز قىلىۋاتىسىز. ماللىرىڭىز مۇشۇ ۋاقىتقىچە پەقەت سىز ئۈچۈن ساقلىنىدۇ: { $time }. شۇنىڭدىن كېيىن كوپىراتىپ زاكازىڭىزنى قوبۇل قىلغۇچە ياكى پۇلىڭىز كەلگۈچە باشقىلار سېتىۋېلىشى مۇمكىن.
# review: orders-next-held
orders-next-held = ماللىرىڭىز مۇشۇ ۋاقىتقىچە پەقەت سىز ئۈچۈن ساقلىنىدۇ: { $time }.
# review: orders-station-closed
orders-station-closed = سىز تاللىغان ئېلىپ كېتىش نۇقتىسى يېڭى زاكاز قوبۇل قىلمايدۇ. ئىلگىرى زاكاز قىلىنغان ماللار يەنىلا شۇ يەردە تارقىتىلىدۇ؛ ئىشىكى تاقاق بولسا، مەركەزگە تېلېفون قىلىڭ.
orders-next-paid = پۇلىڭىز يېتىپ كەلدى. باشقا قىلىدىغان ئىش يوق، مالنىڭ قەيەرگە كەلگەنلىكىنى تۆۋەندىن كۆرەلەيسىز.
orders-next-canceled = بۇ زاكاز بىكار قىلىندى. پۇل تۆلەشنىڭ ھاجىتى يوق.
# review
orders-next-goes-back = تۆلىگىنىڭىز بۇ زاكازنىڭ پۇلىدىن ئارتۇق. ئارتۇق تۆلىگىنىڭىز قايتۇرۇلىدۇ.
# review: orders-next-paid-goes-back
orders-next-paid-goes-back = تۆلىگەن پۇلىڭىز سىزگە قايتۇرۇلىدۇ.
# review: orders-next-paid-went-back
orders-next-paid-went-back = تۆلىگەن پۇلىڭىز سىزگە قايتۇرۇلدى.
orders-next-expired = بۇ زاكازنىڭ پۇلى ۋاقتىدا تۆلەنمىگەچكە، ماللار قايتا سېتىلىۋاتىدۇ. يېڭىدىن زاكاز قىلسىڭىز بولىدۇ.
# review: wish for enjoying food
orders-next-completed = ماللار يەتكۈزۈلدى، پۇلى تۆلەندى. ئاش بولسۇن!
orders-amount = سومما
orders-reference = ئىزاھ كودى
orders-bank-holder = ھېسابات ئىگىسى
orders-bank-name = بانكا
orders-bank-account = ھېسابات نومۇرى
# review: orders-bank-missing
orders-bank-missing = پۇل يۆتكەشتىن بۇرۇن ئېلېكترونلۇق سودا مەركىزىدىن ھېسابات نومۇرىنى سوراڭ.

## What happened to each cooperative's part

orders-tracking = ماللىرىڭىز قەيەردە
orders-event-placed = زاكاز قىلىندى
orders-event-accepted = كوپىراتىپ قوبۇل قىلدى
orders-event-packed = ئورالدى
orders-event-dispatched = يولغا چىقتى
orders-event-ready = ئېلىپ كېتىش نۇقتىسىغا كەلدى
orders-event-delivered = تاپشۇرۇلدى
orders-event-canceled = بىكار قىلىندى
orders-event-expired = ۋاقتىدا تۆلەنمىدى
orders-event-not-collected = ئېلىپ كېتىلمىدى، قايتۇرۇلىدۇ
orders-event-refused = تاپشۇرۇۋېلىنمىدى، قايتۇرۇلىدۇ
orders-event-returned = كوپىراتىپقا قايتىپ كەلدى
orders-event-lost = يولدا يوقاپ كەتتى
# review: orders-event-reduced
orders-event-reduced = مالنىڭ بىر قىسمى ئەۋەتىلمەيدۇ
# review: orders-event-replaced
orders-event-replaced = بىر قىسمىنىڭ ئورنىغا باشقىسى ئەۋەتىلىدۇ
# review: orders-event-replacement-declined
orders-event-replacement-declined = ئورنىغا كېلىدىغىنى رەت قىلىندى
orders-carrier = توشۇغۇچى
orders-tracking-number = يوللانما نومۇرى
orders-canceled-why = بىكار قىلىنىش سەۋەبى

## Why it was canceled

orders-cancel-reason-out-of-stock = مال تۈگەپ كەتتى.
orders-cancel-reason-damaged = مالنىڭ سۈپىتى ئەۋەتىشكە لايىق ئەمەس.
orders-cancel-reason-cannot-deliver = بۇ ئورۇنغا يەتكۈزۈپ بېرەلمەيمىز.
orders-cancel-reason-wrong-price = باھا خاتا يېزىلغان.
orders-cancel-reason-buyer-asked = خېرىدار شۇنداق تەلەپ قىلدى.
orders-cancel-reason-other = كوپىراتىپ بۇ زاكازنى يەتكۈزۈپ بېرەلمەيدۇ.
orders-cancel-reason-returned = مال كوپىراتىپقا قايتۇرۇلدى.
orders-cancel-reason-lost = مال يولدا يوقاپ كەتتى.


## Details

orders-delivery-station = ئېلىپ كېتىش نۇقتىسى
orders-delivery-address = ئادرېس
orders-recipient = تاپشۇرۇۋالغۇچى
orders-phone = تېلېفون نومۇرى
orders-payment = تۆلەش ئۇسۇلى
orders-note = ساتقۇچىغا ئىزاھ
orders-details = تەپسىلاتى
# review
orders-left = ھازىرقى باھاسى
orders-money = پۇل ھېسابى
orders-money-due = تۆلەشكە تېگىشلىك
orders-money-received = كەلگەن پۇل
orders-money-open = يەنە تۆلەيدىغىنى
# review: orders-money-waived
orders-money-waived = كەچۈرۈم قىلىنغىنى
orders-money-back = سىزگە قايتۇرۇلىدىغىنى
orders-money-given-back = سىزگە قايتۇرۇلغىنى
orders-payment-nothing-due = تۆلەيدىغان پۇل يوق
orders-payment-unpaid = تۆلەنمىگەن
orders-payment-part-paid = بىر قىسمى تۆلەنگەن
orders-payment-paid = تۆلەنگەن
orders-payment-overpaid = ئارتۇق تۆلەنگەن
orders-payment-to-refund = پۇل قايتۇرۇلىدۇ
orders-payment-refunded = پۇل قايتۇرۇلدى

## تېلېفون نومۇرىنى جەزملەش

# review: orders-prove-title
orders-prove-title = ماللارنى ئۇزۇنراق ساقلاش
# review: orders-prove-text
orders-prove-text = تېلېفون نومۇرىڭىزنى ({ $phone }) جەزملىسىڭىز، ماللىرىڭىز پەقەت سىز ئۈچۈن ساقلىنىدۇ، ئاخىرقى ۋاقىت: { $date }. بۇ نومۇرغا ھەقسىز تەستىق كودى ئەۋەتىمىز.
orders-prove-send = كود ئەۋەتىش
# review: orders-prove-sent
orders-prove-sent = تەستىق كودى بۇ نومۇرغا ئەۋەتىلدى: { $phone }. بەش مىنۇت ئىچىدە كۈچكە ئىگە.
# review: orders-prove-code
orders-prove-code = ئۇچۇردىكى تەستىق كودى
# review: orders-prove-wrong
orders-prove-wrong = كود توغرا ئەمەس ياكى بەش مىنۇتتىن ئېشىپ كەتتى. قايتا قاراپ بېقىڭ ياكى يېڭى كود ئېلىڭ.
# review: orders-prove-confirm
orders-prove-confirm = نومۇرنى جەزملەش
# review: orders-prove-done
orders-prove-done = رەھمەت، نومۇرىڭىز جەزملەندى. ماللىرىڭىز پەقەت سىز ئۈچۈن ساقلىنىدۇ، ئاخىرقى ۋاقىت: { $date }.

## Canceling

orders-cancel = زاكازنى بىكار قىلىش
orders-cancel-text = پۈتۈن زاكازنى بىكار قىلامسىز؟ ماللار قايتا سېتىلىدۇ، بۇنى ئەسلىگە كەلتۈرگىلى بولمايدۇ.
orders-cancel-confirm = ھەئە، بىكار قىلىنسۇن
# review: orders-cancel-rest
orders-cancel-rest = قالغىنىنى بىكار قىلىش
# review: orders-cancel-rest-text
orders-cancel-rest-text = بۇ زاكازنىڭ قالغان قىسمىنى بىكار قىلامسىز ({ $cooperatives })؟ بۇ ماللار قايتا سېتىلىدۇ، بۇنى ئەسلىگە كەلتۈرگىلى بولمايدۇ.
# review: orders-cancel-rest-confirm
orders-cancel-rest-confirm = ھەئە، قالغىنى بىكار قىلىنسۇن
orders-canceled = زاكاز بىكار قىلىندى.
# review: orders-canceled-rest
orders-canceled-rest = زاكازنىڭ قالغان قىسمى بىكار قىلىندى.
