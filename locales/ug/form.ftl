### review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا. (No native speaker has read this file yet.)

form-optional = ئىختىيارىي
# review: form-file-refused
form-file-refused = ھۆججەت قوبۇل قىلىنمىدى. توركۆرگۈ ھۆججەتنى ساقلاپ قالمايدۇ: ئۇنى ياكى باشقىسىنى قايتا تاللاپ ئەۋەتىڭ.
