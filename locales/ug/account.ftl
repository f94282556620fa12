### review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا. (No native speaker has read this file yet.)

account-sign-in-title = كىرىش
account-sign-in-text = كوپىراتىپ ئەزالىرى ۋە مەركەز خادىملىرى ئۈچۈن. مال سېتىۋېلىشقا تىزىملىتىش كېرەك ئەمەس.
account-phone = تېلېفون نومۇرى
account-password = مەخپىي نومۇر
account-sign-in = كىرىش
account-code-title = مەخپىي نومۇرسىز كىرىش
account-code-text = تېلېفونىڭىزغا بىر قېتىملىق تەستىق كودى ئەۋەتىمىز.
account-code-send = كود ئەۋەتىش
account-code-sent = بۇ نومۇر ئەزالارنىڭ بولسا، كود ئەۋەتىلدى. بەش مىنۇت ئىچىدە كۈچكە ئىگە.
account-code = تەستىق كودى
account-code-again = باشقا نومۇر ئىشلىتىش ياكى يېڭى كود ئېلىش
account-sign-out = چېكىنىش
