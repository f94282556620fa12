### تېلېفونغا ئەۋەتىلىدىغان ئۇچۇرلار. review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا.

# review: message-placed-transfer
message-placed-transfer = زاكاز { $code } تاپشۇرۇلدى. يۆتكەيدىغان پۇل: { $amount }، ئىزاھ كودى: { $reference }، ۋاقتى: { $date }.
# review: message-placed-cash
message-placed-cash = زاكاز { $code } تاپشۇرۇلدى. نەق تۆلەيدىغان پۇل: { $amount }، ئېلىپ كېتىش نۇقتىسى: { $station }، ساقلاش ۋاقتى: { $date }.
# review: message-accepted
message-accepted = زاكاز { $code }: { $cooperative } قوبۇل قىلدى، مېلىڭىزنى تەييارلاۋاتىدۇ.
# review: message-paid
message-paid = زاكاز { $code }: تۆلىگەن پۇلىڭىز تاپشۇرۇۋېلىندى: { $amount }.
# review: message-paid-undone
message-paid-undone = زاكاز { $code }: { $amount } كەلدى دەپ خەۋەر قىلغانىدۇق، بۇ بىزنىڭ خاتالىقىمىز. تۆلەيدىغان پۇلنى زاكاز بېتىدە كۆرۈڭ.
# review: message-canceled
message-canceled = زاكاز { $code }: { $cooperative } مېلى بىكار قىلىندى.
message-reason = سەۋەبى: { $reason }
# review: message-comes-back
message-comes-back = سىزگە قايتۇرىدىغان پۇل: { $amount }.
# review: message-reduced
message-reduced = زاكاز { $code }: { $cooperative } مالنى كەم ئەۋەتىدۇ. يېڭى پۇلى: { $total }.
# review: message-replaced
message-replaced = زاكاز { $code }: { $new } ئەۋەتىلىدۇ. ئالماشتۇرۇلغان مال: { $old }. زاكاز بېتىدە رەت قىلالايسىز.
# review: message-replace-undone
message-replace-undone = زاكاز { $code }: { $cooperative } ئالماشتۇرۇشنى بىكار قىلدى، ئىلگىرىكى مالنى ئەۋەتىدۇ. پۇلى: { $total }.
# review: message-declined
message-declined = زاكاز { $code }: خېرىدار ئورنىغا ئەۋەتمەكچى بولغىنىڭىزنى رەت قىلدى. ئۇنى قاچىلىماڭ.
# review: message-question
message-question = زاكاز { $code }: خېرىدار سىزگە خەت يازدى. خىزمەت بېتىڭىزدە جاۋاب بېرىڭ.
# review: message-answer
message-answer = زاكاز { $code }: { $cooperative } سىزگە خەت يازدى. زاكاز بېتىدە ئوقۇڭ.
# review: message-money-back
message-money-back = زاكاز { $code }: { $cooperative } سىزگە پۇل قايتۇرىدۇ: { $amount }. زاكاز بېتىدىن كۆرۈڭ.
# review: message-sent-again
message-sent-again = زاكاز { $code }: { $cooperative } مالنى سىزگە قايتا ئەۋەتىدۇ. زاكاز بېتىدىن كۆرۈڭ.
# review: message-sent
message-sent = زاكاز { $code }: { $cooperative } مېلى يولغا سېلىندى.
# review: message-tracking
message-tracking = توشۇش نومۇرى: { $tracking }
# review: message-ready
message-ready = زاكاز { $code } كەلدى. ئېلىپ كېتىش نۇقتىسى: { $station }. بۇ كودنى ئالغاچ كېلىڭ.
message-hours = ئوچۇق ۋاقتى: { $hours }
# review: message-reminder
message-reminder = زاكاز { $code } تېخى ئېلىنمىدى. ئېلىپ كېتىش نۇقتىسى: { $station }.
# review: message-how-was-it
message-how-was-it = زاكاز { $code }: قانداق ئىكەن؟ زاكاز بېتىدە باھالاپ قويۇڭ.
# review: message-expired
message-expired = زاكاز { $code } ۋاقتىدا تۆلەنمىدى، ئاخىرلاشتى. قايتىدىن زاكاز قىلسىڭىز بولىدۇ.
# review: message-refund-sent
message-refund-sent = زاكاز { $code }: سىزگە قايتۇرۇلغان پۇل: { $amount }.
# review: message-refund-undone
message-refund-undone = زاكاز { $code }: { $amount } قايتۇرۇلدى دەپ خەۋەر قىلغانىدۇق، بۇ بىزنىڭ خاتالىقىمىز. قايتۇرۇلىدىغان پۇلنى زاكاز بېتىدە كۆرۈڭ.
# review: message-new-order
message-new-order = يېڭى زاكاز: { $code }، مال پۇلى: { $goods }. خىزمەت بېتىڭىزدە كۆرۈڭ.
# review: message-order-paid
message-order-paid = زاكاز { $code }: پۇلى كەلدى. خىزمەت بېتىڭىزدە قوبۇل قىلىڭ.
# review: message-order-lost
message-order-lost = زاكاز { $code } بىكار قىلىندى. قاچىلىماڭ.
# review: message-suspended
message-suspended = { $cooperative }: سېتىش ۋاقتىنچە توختىتىلدى. مېلى ھازىرچە دۇكاندا يوق. زاكاز قىلىنغانلارنى تاماملاڭ.
# review: message-admitted
message-admitted = { $cooperative } قايتا سېتىشقا باشلىدى: ھەممە مېلى دۇكانغا قايتتى.
# review: message-sent-back
message-sent-back = { $product } تېخى جەزملەنمىدى: خېرىدارلار سىز ساقلىغاننى كۆرمەيدۇ.
# review: message-application-admitted
message-application-admitted = { $cooperative } قوبۇل قىلىندى. بۇ نومۇر بىلەن كىرىپ، دۇكىنىڭىزنى تولدۇرۇڭ.
# review: message-application-refused
message-application-refused = { $cooperative } قوبۇل قىلىنمىدى.
# review: message-back-in-stock
message-back-in-stock = { $product } قايتا كەلدى. كۆرۈش ياكى ئۇچۇرلارنى توختىتىش: { $link }
# review: message-code
message-code = تەستىق كودىڭىز: { $code }. 5 مىنۇت ئىناۋەتلىك، ھېچكىمگە بەرمەڭ.
# review: message-order-code
message-order-code = زاكاز { $order } ئۈچۈن تەستىق كودى: { $code }. 5 مىنۇت ئىناۋەتلىك.
# review: message-passkey-added
message-passkey-added = ھېساباتىڭىزغا كىرىدىغان ئۈسكۈنە تەڭشەلدى: { $device }. سىز قىلمىغان بولسىڭىز، ھېسابات بېتىدە ئېلىۋېتىپ، مەخپىي نومۇرنى ئۆزگەرتىڭ.
# review: message-passkey-added-unnamed
message-passkey-added-unnamed = ھېساباتىڭىزغا كىرىدىغان ئۈسكۈنە تەڭشەلدى. سىز قىلمىغان بولسىڭىز، ھېسابات بېتىدە ئېلىۋېتىپ، مەخپىي نومۇرنى ئۆزگەرتىڭ.
# review: message-product-answer
message-product-answer = { $product }: سوئالىڭىزغا جاۋاب بېرىلدى. جاۋابنى مەھسۇلات بېتىدىن ئوقۇڭ.
# review: message-answer-link
message-answer-link = كۆرۈش ياكى ئۇچۇرلارنى توختىتىش: { $link }
