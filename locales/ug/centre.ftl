### review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا. (No native speaker has read this file yet.)

centre-outbox-title = ئەۋەتىلىدىغان ئۇچۇرلار
centre-outbox-text = تېخى ئۇچۇر ئەۋەتىش مۇلازىمىتى ئۇلانمىدى. ئۇچۇرلارنى مۇشۇ يەردىن كۆرۈپ يەتكۈزۈپ قويۇڭ. پۇلغا ئائىتلىرى ئەڭ ئۈستىدە، قالغانلىرىنىڭ ئەڭ يېڭىسى بېشىدا.
centre-outbox-empty = تېخى ئۇچۇر يوق.
centre-outbox-when = ۋاقتى
centre-outbox-topic = تۈرى
# review: the three texts below
centre-outbox-refund-due = بۇ سوممىنى قايتۇرۇڭ
centre-outbox-refund-late = زاكاز ئاخىرلاشقان، ھەممىسىنى قايتۇرۇڭ
centre-outbox-payment-lowered = پۇل كېلىشتىن بۇرۇن بىر قىسمى بىكار قىلىنغان، بىرىنچى سوممىدىن ئاشقىنىنى قايتۇرۇڭ
centre-outbox-to = كىمگە
centre-outbox-message = ئۇچۇر
