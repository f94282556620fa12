### ساقلىغان مەھسۇلاتلار ۋە يېقىندا كۆرگەنلەر.
### review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا.

# review: favourites-title
favourites-title = ساقلىغانلىرىم
# review: favourites-keep
favourites-keep = ساقلىغانلىرىمغا قوشۇش
# review: favourites-keep-named
favourites-keep-named = ساقلىغانلىرىمغا قوشۇش: { $name }
# review: favourites-take-off
favourites-take-off = ساقلىغانلىرىمدىن چىقىرىۋېتىش
# review: favourites-take-off-named
favourites-take-off-named = ساقلىغانلىرىمدىن چىقىرىۋېتىش: { $name }
# review: favourites-off
favourites-off = چىقىرىۋېتىش
# review: favourites-taken-off
favourites-taken-off = ساقلىغانلىرىڭىزدىن چىقىرىۋېتىلدى.
# review: favourites-lead
favourites-lead = بۇلار مۇشۇ تور كۆرگۈدە ھېساباتسىز ساقلىنىدۇ، ئەڭ ئاخىرقىسىنى قوشقاندىن كېيىن بىر يىل تۇرىدۇ.
# review: favourites-empty
favourites-empty = ھازىرچە ھېچنېمە يوق. مەھسۇلات رەسىمىدىكى يۈرەكنى باسسىڭىز، ئۇنى بۇ يەردىن ھېساباتسىز قايتا تاپىسىز.
# review: favourites-was
favourites-was = ئەرزانلىدى، بۇرۇن { $price } ئىدى
# review: favourites-gone
favourites-gone = ھازىر دۇكاندا يوق
# review: favourites-gone-text
favourites-gone-text = تىزىملىكىڭىزدە قالىدۇ، قايتا سېتىلغاندا باشقىلىرىنىڭ قاتارىدا كۆرۈنىدۇ.
# review: favourites-full
favourites-full = تىزىملىكىڭىز توشتى: ئەڭ كۆپ بولغاندا { $most } مەھسۇلات سىغىدۇ. كېرەكسىزىنى چىقىرىۋېتىپ، قايتا قوشۇڭ.
# review: favourites-seen
favourites-seen = يېقىندا كۆرگەنلىرىڭىز
# review: favourites-seen-forget
favourites-seen-forget = بۇ تىزىملىكنى تازىلاش
