### review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا. (No native speaker has read this file yet.)

form-optional = ئىختىيارىي
# review: form-amount
form-amount = 0 دىن چوڭ سومما كىرگۈزۈڭ، كەسىر قىسمى ئەڭ كۆپ ئىككى خانە، مەسىلەن 12.50. مىڭلىق سانلارنى پەشسىز يېزىڭ، مەسىلەن 1000.
# review: form-amount-most
form-amount-most = بۇ بەك كۆپ. ئەڭ كۆپ: { $most }
# review: form-file-refused
form-file-refused = ھۆججەت قوبۇل قىلىنمىدى. توركۆرگۈ ھۆججەتنى ساقلاپ قالمايدۇ: ئۇنى ياكى باشقىسىنى قايتا تاللاپ ئەۋەتىڭ.
# review: form-too-long
form-too-long = بەك ئۇزۇن بولۇپ كەتتى: ئەڭ كۆپ { $most } ھەرپ بولىدۇ، ھازىر { $length } ھەرپ. قىسقارتىڭ.
