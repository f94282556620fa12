### review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا. (No native speaker has read this file yet.)

pictures-title = { $product } نىڭ رەسىملىرى
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

pictures-picture-title = { $product } نىڭ { $place }-رەسىمى
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
pictures-state-waiting = كەلدى، نۆۋەت ساقلاۋاتىدۇ.
pictures-state-making = دۇكان ئۈچۈن تەييارلىنىۋاتىدۇ.
pictures-state-refused = قوشۇلمىدى
pictures-sending = يوللىنىۋاتىدۇ. بەتتىن چىقسىڭىزمۇ بولىدۇ؛ كېيىن شۇ رەسىمنى قايتا تاللىسىڭىز داۋاملىشىدۇ.
pictures-sending-offline = تور يوق. تور بولغاندا ئۆزى داۋاملىشىدۇ.
pictures-sending-making = كەلدى، تەييارلىنىۋاتىدۇ. بىرنەچچە سېكۇنت كېتىدۇ.
pictures-sending-failed = بولمىدى. كەلگەن قىسمى بىر كۈن ساقلىنىدۇ. شۇ رەسىمنى قايتا تاللاڭ.

## Why a picture is not taken

pictures-refused-missing = رەسىم تاللانمىدى. بىرنى تاللاپ قايتا يوللاڭ.
pictures-refused-too-many-bytes = بۇ ھۆججەت 25 MB دىن چوڭ. ھېچنېمە قوشۇلمىدى. كىچىكرەكىنى تاللاڭ ياكى كامېرانىڭ رەسىم چوڭلۇقىنى كىچىكلىتىڭ.
pictures-refused-heic = بۇ iPhone نىڭ HEIC ھۆججىتى، دۇكان ئۇنى ئوقۇيالمايدۇ. ھېچنېمە قوشۇلمىدى. iPhone نىڭ «تەڭشەك»، «كامېرا»، «فورمات» يېرىدىن «ئەڭ ماس كېلىدىغان»نى تاللاپ قايتا تارتىڭ ياكى ئېكران كۆرۈنۈشىنى يوللاڭ.
pictures-refused-not-a-picture = نامى نېمە بولسا بولسۇن، بۇ JPEG، PNG ياكى WebP رەسىمى ئەمەس. ھېچنېمە قوشۇلمىدى. رەسىم تاللاڭ.
pictures-refused-moving = بۇ ھەرىكەتلىك رەسىم. ھېچنېمە قوشۇلمىدى. ھەرىكەتسىزىنى تاللاڭ.
pictures-refused-too-large = بۇ رەسىمنىڭ نۇقتىلىرى دۇكان ئوقۇيالايدىغاندىن كۆپ: ئەڭ كۆپ 50 مېگاپىكسېل، ئالاھىدە ساقلانغانلىرى ئۇنىڭدىنمۇ ئاز. ھېچنېمە قوشۇلمىدى. كامېرانىڭ رەسىم چوڭلۇقىنى كىچىكلىتىڭ ياكى ئېكران كۆرۈنۈشىنى يوللاڭ.
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
# review: pictures-refused-empty
pictures-refused-empty = بۇ ھۆججەت قۇرۇق، ئىچىدە ھېچنېمە يوق. ھېچنېمە قوشۇلمىدى. باشقا بىرنى تاللاڭ ياكى قايتا تارتىڭ.
# review: pictures-refused-known
pictures-refused-known = بۇ رەسىم مەھسۇلاتنىڭ رەسىملىرى ئىچىدە بار. ھېچنېمە قوشۇلمىدى. باشقا بىرنى تاللاڭ.
