# For translators, in the shop itself.

# review: تېكىست: is this the word a translator in Xinjiang uses for one piece of text on a page?
texts-mode = بۇ بەتنىڭ تېكىستلىرى
# review: is it clear what to do with the finger?
texts-mode-how = تېكىستنى ئۆزگەرتىش ئۈچۈن بارمىقىڭىزنى ئۇنىڭ ئۈستىدە بىر دەم تۇتۇپ تۇرۇڭ ياكى Alt نى بېسىپ تۇرۇپ چېكىڭ. تىزىملىكتە بۇ بەتنىڭ ھەممە تېكىستى بار، پەقەت ئوقۇپ بېرىلىدىغانلىرىمۇ شۇ يەردە.
texts-mode-leave = تېكىستلەرنى بەلگىلىمەسلىك
texts-mode-enter = دۇكاننى تېكىستلىرى بەلگىلەنگەن ھالدا كۆرۈش
texts-guide = قانداق تەرجىمە قىلىمىز
texts-picture = تېكىستنىڭ بەتتىكى ئورنى، رامكا ئىچىدە
# review: texts-picture-language
texts-picture-language = رەسىمدىكى بەتنىڭ تىلى: { $language }
# review: the chip is called بەلگە in the guide.
texts-insert = دۇكان تولدۇرىدىغان نەرسىنى قويۇش ئۈچۈن بېسىڭ:
texts-samples = كۆرۈنۈشى ئۈچۈن مىساللار:
texts-preview = مۇنداق كۆرۈنىدۇ:
texts-preview-none = تېخى كۆرسەتكىلى بولىدىغان نەرسە يوق: تېكىست بوش ياكى خاتاسى بار.
texts-letters = ھەرپ سانى:
texts-unchecked = بۇ تېكىست ھازىر تەكشۈرۈلمىدى. ساقلىغاندا تەكشۈرۈلىدۇ.
