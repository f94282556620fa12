### review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا. (No native speaker has read this file yet.)

centre-outbox-title = ئەۋەتىلىدىغان ئۇچۇرلار
centre-outbox-text = تېخى ئۇچۇر ئەۋەتىش مۇلازىمىتى ئۇلانمىدى. ئۇچۇرلارنى مۇشۇ يەردىن كۆرۈپ يەتكۈزۈپ قويۇڭ، ئەڭ يېڭىسى بېشىدا.
centre-outbox-empty = تېخى ئۇچۇر يوق.
centre-outbox-when = ۋاقتى
centre-outbox-topic = تۈرى
centre-outbox-to = كىمگە
centre-outbox-message = ئۇچۇر
