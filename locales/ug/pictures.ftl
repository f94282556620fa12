### review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا. (No native speaker has read this file yet.)

pictures-title = { $product }: رەسىملەر
pictures-open = رەسىملەر
pictures-back = باھا، ئامبار سانى ۋە تېكىستلەر
pictures-add = رەسىم قوشۇش
pictures-file = رەسىم تارتىڭ ياكى تاللاڭ
pictures-file-hint = JPEG، PNG ياكى WebP ھۆججىتى، 25 MB دىن ئاشمىسۇن. دۇكان رەسىمنى ئۆزى كىچىكلىتىدۇ ھەم تارتىلغان ئورۇننى ئۆچۈرۈۋېتىدۇ.
pictures-send = بۇ رەسىمنى قوشۇش
# review: pictures-full
pictures-full = بۇ مەھسۇلاتنىڭ { $most } رەسىمى بار، ئۇنىڭدىن كۆپ بولمايدۇ. يەنە قوشۇش ئۈچۈن ئاۋۋال بىرنى ئېلىۋېتىڭ.
pictures-list = دۇكاندىكى رەسىملەر
# review: pictures-none
pictures-none = تېخى رەسىم يوق. ئېلان قىلىش ئۈچۈن رەسىم كېرەك.
pictures-first = ئالدى بىلەن كۆرۈنىدۇ
pictures-place = { $place }-رەسىم، جەمئىي { $count }
pictures-undescribed = چۈشەندۈرۈلمىگەن
pictures-describe = چۈشەندۈرۈش ياكى ئېلىۋېتىش
pictures-describe-place = { $place }-رەسىمنى چۈشەندۈرۈش ياكى ئېلىۋېتىش
pictures-move-first = ئەڭ ئالدىغا
pictures-move-up = يۇقىرىغا
pictures-move-down = تۆۋەنگە
pictures-move-place = { $command } ({ $place }-رەسىم)
pictures-added = رەسىم قوشۇلدى. دۇكاندا ھازىر كۆرۈنىدۇ.
pictures-moved = تەرتىپى ئۆزگەردى. دۇكاندا ھازىر كۆرۈنىدۇ.
pictures-removed = رەسىم ئېلىۋېتىلدى.

## One picture

pictures-picture-title = { $product }: { $place }-رەسىم
pictures-alt = رەسىمدە نېمە بار
pictures-alt-hint = رەسىمنى كۆرەلمەيدىغانلار ئۈچۈن، مەسىلەن: ياغاچ ئۈستەل ئۈستىدىكى بىر چىنە بادام مېغىزى.
pictures-remove = رەسىمنى ئېلىۋېتىش
pictures-remove-text = بۇ رەسىمنى ئېلىۋېتەمسىز؟ خېرىدارلار ئۇنى قايتا كۆرمەيدۇ.
# review: pictures-remove-draft
pictures-remove-draft = بۇ رەسىمنى ئېلىۋېتەمسىز؟
pictures-remove-confirm = ھەئە، ئېلىۋېتىلسۇن
pictures-all = بارلىق رەسىملەر

## Pictures on their way

pictures-uploads = يولدىكى رەسىملەر
pictures-reload = ھازىرقى ئەھۋالنى كۆرۈش
pictures-state-receiving = { $percent } % كەلدى. داۋاملاشتۇرۇش ئۈچۈن شۇ رەسىمنى قايتا تاللاڭ.
# review: pictures-state-others
pictures-state-others = باشقا بىرى ئەۋەتىۋاتىدۇ. توختاپ قالسا، ئۇ كىشى شۇ رەسىمنى قايتا تاللاپ داۋاملاشتۇرالايدۇ.
pictures-state-waiting = كەلدى، نۆۋەت ساقلاۋاتىدۇ.
pictures-state-making = دۇكان ئۈچۈن تەييارلىنىۋاتىدۇ.
pictures-state-refused = قوشۇلمىدى
pictures-sending = يوللىنىۋاتىدۇ. بەتتىن چىقسىڭىزمۇ بولىدۇ؛ كېيىن شۇ رەسىمنى قايتا تاللىسىڭىز داۋاملىشىدۇ.
pictures-sending-offline = تور يوق. تور بولغاندا ئۆزى داۋاملىشىدۇ.
pictures-sending-making = كەلدى، تەييارلىنىۋاتىدۇ. بىرنەچچە سېكۇنت كېتىدۇ.
pictures-sending-failed = بولمىدى. كەلگەن قىسمى بىر كۈن ساقلىنىدۇ. شۇ رەسىمنى قايتا تاللاڭ.
# review: pictures-sending-not-taken
pictures-sending-not-taken = بۇ رەسىم قوبۇل قىلىنمىدى، ھېچنېمە ئەۋەتىلمىدى. بەتنى قايتا ئېچىپ رەسىمنى يەنە بىر قېتىم تاللاڭ؛ ئاۋۋال كىرىش تەلەپ قىلىنىشى مۇمكىن.

## Why a picture is not taken

pictures-refused-missing = رەسىم تاللانمىدى. بىرنى تاللاپ قايتا يوللاڭ.
pictures-refused-too-many-bytes = بۇ ھۆججەت 25 MB دىن چوڭ. ھېچنېمە قوشۇلمىدى. كىچىكرەكىنى تاللاڭ ياكى كامېرانىڭ رەسىم چوڭلۇقىنى كىچىكلىتىڭ.
pictures-refused-heic = بۇ iPhone نىڭ HEIC ھۆججىتى، دۇكان ئۇنى ئوقۇيالمايدۇ. ھېچنېمە قوشۇلمىدى. iPhone نىڭ «تەڭشەك»، «كامېرا»، «فورمات» يېرىدىن «ئەڭ ماس كېلىدىغان»نى تاللاپ قايتا تارتىڭ ياكى ئېكران كۆرۈنۈشىنى يوللاڭ.
pictures-refused-not-a-picture = نامى نېمە بولسا بولسۇن، بۇ JPEG، PNG ياكى WebP رەسىمى ئەمەس. ھېچنېمە قوشۇلمىدى. رەسىم تاللاڭ.
pictures-refused-moving = بۇ ھەرىكەتلىك رەسىم. ھېچنېمە قوشۇلمىدى. ھەرىكەتسىزىنى تاللاڭ.
# review: pictures-refused-too-large
pictures-refused-too-large = بۇ رەسىمنىڭ نۇقتىلىرى دۇكان ئوقۇيالايدىغاندىن كۆپ: ئەڭ كۆپ 50 مېگاپىكسېل، ھەر تەرىپى ئەڭ كۆپ 12000 نۇقتا، ئالاھىدە ساقلانغانلىرى ئۇنىڭدىنمۇ ئاز. ھېچنېمە قوشۇلمىدى. كامېرانىڭ رەسىم چوڭلۇقىنى كىچىكلىتىڭ ياكى ئېكران كۆرۈنۈشىنى يوللاڭ.
pictures-refused-too-small = بۇ رەسىم بەك كىچىك، غۇۋا كۆرۈنۈپ قالىدۇ: ھەر تەرىپى ئاز دېگەندە 200 نۇقتا بولسۇن. ھېچنېمە قوشۇلمىدى. قايتا تارتىڭ ياكى ئەسلى رەسىمنى تاللاڭ.
pictures-refused-damaged = بۇ ھۆججەت بۇزۇلغان ياكى تولۇق كەلمىگەن. ھېچنېمە قوشۇلمىدى. قايتا تاللاڭ؛ يەنە بولمىسا، باشقىدىن تارتىڭ.
# review: pictures-refused-full
pictures-refused-full = بۇ رەسىم كەلگەندە مەھسۇلاتنىڭ 12 رەسىمى بار ئىدى، ئۇنىڭدىن كۆپ بولمايدۇ. بىرنى ئېلىۋېتىپ، قايتا يوللاڭ.
pictures-refused-failed = بۇ رەسىمنىڭ ئەمەس، بىزنىڭ خاتالىقىمىز. ھېچنېمە قوشۇلمىدى. قايتا يوللاڭ؛ يەنە بولمىسا، مەركەزگە ئېيتىڭ.

error-last-picture = سېتىلىۋاتقان مەھسۇلاتنىڭ رەسىمى بولۇشى كېرەك. ھېچنېمە ئۆزگەرمىدى. ئاۋۋال باشقا بىرنى قوشۇڭ، ئاندىن بۇنى ئېلىۋېتىڭ.
# review: error-pictures-full
error-pictures-full = بۇ مەھسۇلاتنىڭ 12 رەسىمى بار، ئۇنىڭدىن كۆپ بولمايدۇ. ھېچنېمە قوشۇلمىدى. ئاۋۋال بىرنى ئېلىۋېتىڭ.
error-uploads-full = كوپىراتىپىڭىز بۈگۈن بەك كۆپ رەسىم يوللىدى ياكى نۇرغۇن رەسىم تېخى يولدا. ھېچنېمە قوشۇلمىدى. ئۇلار تۈگىگۈچە ساقلاڭ ياكى ئەتە داۋاملاشتۇرۇڭ.
# review: pictures-added-draft
pictures-added-draft = رەسىم قوشۇلدى. مەھسۇلات ئېلان قىلىنغاندا خېرىدارلار كۆرەلەيدۇ.
# review: pictures-moved-draft
pictures-moved-draft = تەرتىپى ئۆزگەردى. مەھسۇلات ئېلان قىلىنغاندا خېرىدارلار كۆرەلەيدۇ.
# review: pictures-dismiss
pictures-dismiss = بىلدىم
# review: pictures-dismiss-named
pictures-dismiss-named = بىلدىم: { $file }
# review: pictures-upload-remove
pictures-upload-remove = ئېلىۋېتىش
# review: pictures-upload-remove-named
pictures-upload-remove-named = ئېلىۋېتىش: { $file }
# review: pictures-refused-empty
pictures-refused-empty = بۇ ھۆججەت قۇرۇق، ئىچىدە ھېچنېمە يوق. ھېچنېمە قوشۇلمىدى. باشقا بىرنى تاللاڭ ياكى قايتا تارتىڭ.
# review: pictures-refused-known
pictures-refused-known = بۇ رەسىم مەھسۇلاتنىڭ رەسىملىرى ئىچىدە بار. ھېچنېمە قوشۇلمىدى. باشقا بىرنى تاللاڭ.

## Cropping

# review: pictures-crop
pictures-crop = كېسىش
# review: pictures-crop-place
pictures-crop-place = { $place }-رەسىمنى كېسىش
# review: pictures-crop-shape
pictures-crop-shape = شەكلى
# review: pictures-crop-free
pictures-crop-free = ئۆزىڭىز سىزغاندەك
# review: pictures-crop-square
pictures-crop-square = كۋادرات
# review: pictures-crop-landscape
pictures-crop-landscape = توغرىسىغا، ⁦4:3⁩
# review: pictures-crop-portrait
pictures-crop-portrait = تىك، ⁦3:4⁩
# review: pictures-crop-wide
pictures-crop-wide = ناھايىتى كەڭ، ⁦16:9⁩
# review: pictures-crop-keep
pictures-crop-keep = قايسى قىسمى قالىدۇ
# review: pictures-crop-first
pictures-crop-first = ئۈستى ياكى سول تەرىپى
# review: pictures-crop-middle
pictures-crop-middle = ئوتتۇرىسى
# review: pictures-crop-last
pictures-crop-last = ئاستى ياكى ئوڭ تەرىپى
# review: pictures-crop-frame
pictures-crop-frame = قالىدىغان قىسمىنىڭ رامكىسى
# review: pictures-crop-hint
pictures-crop-hint = رامكىنى ياكى بۇلۇڭلىرىنى بارمىقىڭىز بىلەن سۆرەڭ. كۇنۇپكا تاختىسىدا ئوق كۇنۇپكىلار رامكىنى يۆتكەيدۇ، Shift بىلەن چوڭلۇقىنى ئۆزگەرتىدۇ.
# review: pictures-crop-kept
pictures-crop-kept = قالىدىغىنى (نۇقتا):
# review: pictures-crop-note
pictures-crop-note = يېڭى رەسىم ياسىلىپ، بۇنىڭ ئورنىنى ئالىدۇ. چۈشەندۈرۈشى قالىدۇ.
# review: pictures-crop-send
pictures-crop-send = بۇ رەسىمنى كېسىش
# review: pictures-crop-asked
pictures-crop-asked = رەسىم كېسىلىۋاتىدۇ. بىرنەچچە سېكۇنتتا كونىسىنىڭ ئورنىنى ئالىدۇ.
# review: pictures-crop-asked-waits
pictures-crop-asked-waits = رەسىم كېسىلىۋاتىدۇ. بىرنەچچە سېكۇنتتا بۇ يەردە كونىسىنىڭ ئورنىنى ئالىدۇ؛ مەركەز جەزملىگەندىن كېيىن خېرىدارلار كۆرىدۇ.
# review: pictures-crops-open
pictures-crops-open = كېسىلىۋاتقان رەسىم: { $count }
# review: pictures-crops-refused
pictures-crops-refused = بىر رەسىمنى كەسكىلى بولمىدى.
# review: pictures-crop-already
pictures-crop-already = بۇ رەسىم ھازىر كېسىلىۋاتىدۇ. بىرنەچچە سېكۇنت ساقلاپ بەتنى يېڭىلاڭ، ئاندىن چىققان رەسىمنى كېسىڭ.
# review: pictures-crop-replaced
pictures-crop-replaced = بۇ ئارىدا رەسىم كېسىلدى ياكى ئالماشتۇرۇلدى. ھېچنېمە ئۆزگەرتىلمىدى: يېڭىسىنى كۆرۈپ، لازىم بولسا شۇنى كېسىڭ.
# review: pictures-crop-nothing
pictures-crop-nothing = ھېچ يېرى كېسىلمەيدۇ. كىچىكرەك رامكا سىزىڭ ياكى باشقا شەكىل تاللاڭ.
# review: pictures-crop-too-small
pictures-crop-too-small = قالىدىغىنى بەك ئاز: ھەر تەرىپى ئاز دېگەندە 200 نۇقتا بولسۇن. چوڭراق رامكا سىزىڭ.
# review: pictures-crop-outside
# review: pictures-crop-as-sent
pictures-crop-as-sent = بۇ كېسىلىشتىن بۇرۇنقى پۈتۈن رەسىم. خېرىدارلار پەقەت رامكىنىڭ ئىچىدىكىسىنىلا كۆرىدۇ.
# review: pictures-crop-whole
pictures-crop-whole = پۈتۈن رەسىمنى ئەسلىگە قايتۇرۇش
# review: pictures-crop-same
pictures-crop-same = ھازىر قالغىنى دەل مۇشۇ قىسىم. ھېچنېمە ئۆزگەرتىلمىدى: رامكىنى يۆتكەڭ ياكى باشقا شەكىل تاللاڭ.
pictures-crop-outside = رامكا رەسىمنىڭ ئىچىدە ئەمەس. قايتا سىزىڭ.
