# review: payout-title
payout-title = سىزگە تېگىشلىك پۇل
# review: payout-list
payout-list = پۇل تارقىتىش
# review: payout-owed
payout-owed = ھازىرقى ئەھۋال
# review: payout-delivered
payout-delivered = خېرىدار تاپشۇرۇۋالغان، پۇلى كەلگەن مالنىڭ پۇلى
# review: payout-paid-so-far
payout-paid-so-far = ھازىرغىچە تارقىتىلغىنى
# review: payout-planned
payout-planned = تارقىتىشقا تەييارلىنىۋاتقىنى
# review: payout-payable
payout-payable = ھازىر تارقاتقىلى بولىدىغىنى
# review: payout-unpaid
payout-unpaid = خېرىدار تاپشۇرۇۋالغان، پۇلى كەم مالنىڭ پۇلى
# review: payout-all
payout-all = جەمئىي تېگىشلىك پۇل
# review: payout-ahead
payout-ahead = خېرىدارلارغا پۇل قايتۇرۇلغانلىقتىن ياكى ئۇلارنىڭ تۆلىمى بىكار قىلىنغانلىقتىن، تارقىتىلغىنى ۋە تەييارلىنىۋاتقىنى تېگىشلىك پۇلدىن ئېشىپ كەتتى. كېيىنكى سېتىشتىن تولۇقلىنىدۇ.
# review: payout-less-owed
payout-less-owed = ھازىر تېگىشلىك پۇل يېزىلغىنىدىن ئاز. تېخى ئەۋەتىلمىگەن پۇلنى بىكار قىلىپ، ئازراق يېزىڭ.
# review: payout-note
payout-note = مەركەز تۇتۇپ قالىدىغان پۇل بىلەن توشۇش ھەققى چىقىرىۋېتىلگەن. مەركەز خېرىداردىن كەچۈرگەن پۇلنى مەركەز ئۆزى تۆلەيدۇ.
# review: payout-period
payout-period = قانداق كەلگەن
# review: payout-none
payout-none = بۇ ۋاقىتتا ھېچنېمە سېتىلمىدى.
# review: payout-chart
payout-chart = ھەر ۋاقىتتا كىرگەن پۇلنىڭ دىئاگراممىسى؛ تۆۋەندىكى جەدۋەلمۇ شۇنى كۆرسىتىدۇ
# review: payout-before
payout-before = باشتىكى قالدۇق
# review: payout-after
payout-after = ئاخىرىدىكى قالدۇق
# review: payout-ordered
payout-ordered = زاكاز قىلىنغىنى (توشۇش ھەققى بىلەن)
# review: payout-called-off
payout-called-off = بىكار قىلىنغان ياكى پۇلى تۆلەنمىگەن
# review: payout-less
payout-less = كەم ئەۋەتىلگىنى
# review: payout-less-because
payout-less-because = كەم ئەۋەتىلگىنى: { $reason }
# review: payout-less-other
payout-less-other = قايتۇرۇۋېلىنغان ئالماشتۇرۇش
# review: payout-back
payout-back = قايتۇرۇلغىنى
# review: payout-back-because
payout-back-because = قايتۇرۇلغىنى: { $reason }
# review: payout-freight
payout-freight = توشۇش ھەققى (توشۇغۇچىنىڭ)
# review: payout-commission
payout-commission = مەركەزنىڭ ھەققى
# review: payout-parcels
payout-parcels = ھەر بىر يوللانمىنىڭ ھەققى
# review: payout-paid-out
payout-paid-out = تارقىتىلغان پۇل
# review: payout-paid-back
payout-paid-back = بىكار قىلىنغان تارقىتىش
# review: payout-change
payout-change = جەمئىي
# review: payout-export-note
payout-export-note = ھەر بىر كۈن ياكى ئايغا بىر قۇر، چىقىرىۋېتىلگەن ھەر بىر پۇل بىلەن. ئۇنىڭدا ھېچكىمنىڭ ئىسمى يوق.
# review: payout-export-orders
payout-export-orders = زاكازلار بويىچە
# review: payout-export-orders-note
payout-export-orders-note = ئاخىرقى 12 ئايدىكى ھەر بىر كۈن ۋە زاكازغا بىر قۇر، چىقىرىۋېتىلگەن ھەر بىر پۇل بىلەن؛ ھەر بىر تارقىتىش ۋە ئۇنى بىكار قىلىشمۇ ئۆز ئالدىغا بىر قۇر.
# review: payout-whole
payout-whole = ھېساباتنىڭ ھەممىسى
# review: payout-method-bank
payout-method-bank = بانكا ئارقىلىق
# review: payout-method-cash
payout-method-cash = نەق پۇل
# review: payout-state-draft
payout-state-draft = ئىككىنچى كىشىنى كۈتۈۋاتىدۇ
# review: payout-state-approved
payout-state-approved = تەستىقلاندى، تېخى تۆلەنمىدى
# review: payout-state-paid
payout-state-paid = تۆلەندى
# review: payout-state-withdrawn
payout-state-withdrawn = تۆلەنمىدى، بىكار قىلىندى
# review: payout-state-undone
payout-state-undone = تۆلەنگەن، كېيىن بىكار قىلىنغان
# review: payout-state-counter
payout-state-counter = ئالدىنقىسىنى بىكار قىلىدۇ
# review: payout-lead
payout-lead = بىر كىشى يازىدۇ، يەنە بىر كىشى تەستىقلايدۇ، ئاندىن بانكا ياكى نەق پۇل بىلەن تۆلىنىدۇ. خاتا تۆلەنگىنى سەۋەبى يېزىلغان ئايرىم بىر خاتىرە بىلەن بىكار قىلىنىدۇ.
# review: payout-open
payout-open = تەستىقلىنىدىغان ياكى تۆلىنىدىغانلار
# review: payout-over
payout-over = تۆلەنگەن ياكى بىكار قىلىنغانلار
# review: payout-of-cooperatives
payout-of-cooperatives = كوپىراتىپلارغا تېگىشلىك پۇل
# review: payout-search
payout-search = كوپىراتىپ ئىسمى، سومما ياكى بانكا نومۇرى
# review: payout-search-state
payout-search-state = قايسى باسقۇچتا
# review: payout-search-all
payout-search-all = ھەممىسى
# review: payout-found
payout-found = تېپىلغان تارقىتىشلار
# review: payout-draft-title
payout-draft-title = پۇل تارقىتىشنى يېزىش
# review: payout-draft-text
payout-draft-text = تۆلەشتىن ئاۋۋال مەركەزدىكى باشقا بىر كىشى تەستىقلايدۇ.
# review: payout-draft
payout-draft = يېزىش
# review: payout-too-much
payout-too-much = بۇ بەك كۆپ. ھازىر تارقاتقىلى بولىدىغىنى: { $most }
# review: payout-made-by
payout-made-by = يازغۇچى:
# review: payout-approved-by
payout-approved-by = تەستىقلىغۇچى:
# review: payout-paid-by
payout-paid-by = تۆلىگۈچى:
# review: payout-needs-other
payout-needs-other = بۇنى سىز يازدىڭىز، باشقا بىر كىشى تەستىقلايدۇ.
# review: payout-approve
payout-approve = تەستىقلاش
# review: payout-pay
payout-pay = تۆلەندى دەپ خاتىرىلەش
# review: payout-withdraw
payout-withdraw = بىكار قىلىش
# review: payout-undo
payout-undo = قايتۇرۇۋېلىش: تۆلەنمىگەن
# review: payout-method
payout-method = قانداق
# review: payout-reference
payout-reference = بانكا نومۇرى ياكى قول قويۇلغان تالون نومۇرى
# review: payout-undo-reason
payout-undo-reason = بىكار قىلىش سەۋەبى
# review: payout-settings-fees
payout-settings-fees = ھەق ئېلىش
# review: payout-settings-fees-text
payout-settings-fees-text = مەركەز ھەر بىر سېتىشتىن تۇتۇپ قالىدىغان پۇل. بېرىلىپ بولغان زاكازلار ئۆزگەرمەيدۇ؛ كوپىراتىپلار ئۇنى ئۆز ھېسابىدا كۆرىدۇ.
# review: payout-settings-permille
payout-settings-permille = مال پۇلىنىڭ مىڭدە قانچىسى
# review: payout-settings-permille-hint
payout-settings-permille-hint = پۈتۈن سان، ئەڭ كۆپ: { $most }. مەسىلەن 15 دېگىنى بىر يېرىم پىرسەنت.
# review: payout-settings-parcel
payout-settings-parcel = ھەر بىر يوللانمىنىڭ ھەققى، يۈەن
# review: payout-settings-parcel-hint
payout-settings-parcel-hint = ئەڭ كۆپ: { $most }
# review: payout-settings-line
payout-settings-line = { $permille } ‰، ھەر بىر يوللانمىغا { $parcel }
