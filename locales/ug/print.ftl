### What a cooperative prints: labels, packing slips, a poster.

# Opens the form.
# review: print-title
print-title = يارلىق ياكى قاچىلاش تىزىملىكى بېسىش
# Above the buttons, where orders can be ticked.
print-hint = تۆۋەندىكى تىزىملىكتىن زاكازلارنى تاللاڭ. ھۆججەت يېڭى بەتكۈچتە ئېچىلىدۇ، ئەسلى چوڭلۇقىدا (100 %) بېسىڭ.
# Field.
print-what = نېمە بېسىلىدۇ
# Choice: what is stuck on parcels.
print-labels = ئادرېسلىق يارلىق
# Choice: what is put into parcels.
print-slips = قاچىلاش تىزىملىكى
# Field.
print-paper = قەغەز
# Choice of paper.
print-paper-100 = يارلىق قەغىزى ⁦100 × 150⁩ مىللىمېتىر
# Choice of paper.
print-paper-76 = يارلىق قەغىزى ⁦76 × 130⁩ مىللىمېتىر
# Choice of paper.
print-paper-a4 = A4 قەغىزى
# Button on the page of one order.
print-button = ھۆججەتنى ئېچىش
# Button: only the orders that were ticked.
print-ticked = تاللانغانلارنى بېسىش
# Button: all orders on the packing list that were accepted.
# review: print-waiting
print-waiting = ئورايدىغان ۋە تاپشۇرىدىغانلارنىڭ ھەممىسىنى بېسىش
# Beside a box to tick.
print-tick = بېسىش ئۈچۈن
# The same, read aloud. $code: the order’s code.
print-tick-of = زاكاز { $code }: بېسىش ئۈچۈن
# review: print-many
print-many = كۆپ زاكازنى بېسىش
# review: print-many-orders
print-many-orders = ھۆججەتتىكى زاكازلار: { $count }
# review: print-many-text
print-many-text = ئەڭ ئۇزۇن كۈتكەنلىرى. ھۆججەت قىسىم-قىسىم تەييارلىنىدۇ، قانچىلىك پۈتكەنلىكىنى كۆرىسىز، بەتتىن چىقىپ تۇرسىڭىزمۇ بولىدۇ.
# review: print-many-begin
print-many-begin = ھۆججەتنى تەييارلاش
# review: print-many-progress
print-many-progress = تەييار بولغىنى: { $done } / { $total }
# review: print-many-making
print-many-making = ھۆججەت تەييارلىنىۋاتىدۇ
# review: print-many-until
print-many-until = ئېچىشقا بولىدىغان ئاخىرقى ۋاقىت:
# review: print-many-failed
print-many-failed = بىزنىڭ خاتالىقىمىز سەۋەبىدىن بۇ ھۆججەت تەييارلانمىدى. زاكازلىرىڭىز ئۆزگەرمىدى. كېيىن قايتا سىناڭ ياكى بۆلۈپ-بۆلۈپ بېسىڭ.
# review: print-many-back
print-many-back = ئوراش تىزىملىكىگە قايتىش
# review: print-unknown
print-unknown = زاكازلىرىڭىز ئىچىدە يوق: { $count } (تاللىغىنىڭىز: { $all }). ھېچنېمە بېسىلمىدى. قالغانلىرىنى بېسىڭ ياكى قايتىپ، يېڭىدىن تاللاڭ.
# review: print-too-many
print-too-many = تاللىغىنىڭىز: { $count }. بىر ھۆججەتكە سىغىدىغان ئەڭ كۆپ زاكاز: { $most }. ھېچنېمە بېسىلمىدى. قايتىپ، ئازراق تاللاڭ.
# review: print-nothing-waits
print-nothing-waits = ئورايدىغان ياكى تاپشۇرىدىغان زاكاز يوق، شۇڭا باسىدىغان نەرسە يوق.
# review: print-rest
print-rest = بۇلارنى بېسىش
# review: print-many-ticked-text
print-many-ticked-text = سىز تاللىغانلار. ھۆججەت قىسىم-قىسىم تەييارلىنىدۇ، قانچىلىك پۈتكەنلىكىنى كۆرىسىز، بەتتىن چىقىپ تۇرسىڭىزمۇ بولىدۇ.

## On the paper

# On a label, over who receives it.
print-to = تاپشۇرۇۋالغۇچى
# On a label, over the cooperative that sends it.
print-from = ئەۋەتكۈچى
# Title of the paper in the parcel.
print-slip = قاچىلاش تىزىملىكى
# On that paper, before a line on which the number of the lot is written by hand.
# review: print-lot
print-lot = تۈركۈم نومۇرى
# On a poster, under the QR code.
# review: print-scan
print-scan = كودنى سىكانىرلاپ دۇكىنىمىزغا كىرىڭ

## The poster

# Heading over the shop’s link.
print-share = دۇكىنىڭىزنى باشقىلارغا تونۇتۇڭ
# Under it.
print-share-text = بۇ ئۇلىنىشنى ئەۋەتىڭ ياكى كودنى سىكانىرلىتىڭ. ھەر ئىككىسى دۇكان بېتىڭىزنى ئاچىدۇ.
# The picture, read aloud.
print-qr = دۇكان بېتىڭىزنىڭ QR كودى
# Button.
print-poster = باسىدىغان ئېلان (A4)

## What can go wrong

error-nothing-to-print = ھېچقانداق زاكاز تاللانمىدى، شۇڭا باسىدىغان نەرسە يوق. قايتىپ زاكازلارنى تاللاڭ، ئاندىن كۇنۇپكىنى يەنە بېسىڭ.
error-too-many-to-print = بىر ھۆججەتكە ئەڭ كۆپ بولغاندا 200 زاكاز سىغىدۇ. ھېچنېمە بېسىلمىدى. بۆلۈپ-بۆلۈپ بېسىڭ.
error-no-fonts = بۇ دۇكاندا بېسىشقا كېرەكلىك خەت نۇسخىسى يوق، شۇڭا ھۆججەت چىقمىدى. زاكازلىرىڭىز ئۆزگەرمىدى. مەركەزگە دەڭ.
