### review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا. (No native speaker has read this file yet.)

desk-title = نۇقتا پەشتىخى
desk-text = زاكاز كودى بىلەن تېلېفون نومۇرىنىڭ ئاخىرقى تۆت خانىسىنى سوراڭ.
desk-find = زاكازنى تېپىش
desk-another = كېيىنكى خېرىدار
desk-to-take = ھازىر تۆلەيدىغىنى
desk-nothing-to-take = ھازىر تۆلەيدىغان پۇل يوق.
desk-cash = نەق پۇل (يۈەن)
desk-take-cash = نەق پۇل ئېلىندى
desk-cash-taken = نەق پۇل خاتىرىلەندى.
desk-done = خاتىرىلەندى.
desk-hand-over = تاپشۇرۇش
desk-arrived = مال كەلدى
desk-pay-first = ئاۋۋال پۇلنى ئېلىڭ، ئاندىن تاپشۇرۇڭ.
# review: desk-sold-as
desk-sold-as = خېرىدارنىڭ زاكازىدىكى ئىسمى:
desk-today = بۈگۈن
desk-parcels = تاپشۇرۇلىدىغان ماللار
desk-cash-to-come = ئۇلار ئۈچۈن ئېلىنىدىغان نەق پۇل
desk-to-give-back = نەق قايتۇرۇلىدىغىنى
desk-back = قايتۇرۇلىدىغان نەق پۇل (يۈەن)
desk-give-back = نەق پۇل قايتۇرۇلدى
desk-cash-given-back = قايتۇرۇلغان نەق پۇل خاتىرىلەندى.
desk-back-too-much = ئۇنچىلىك پۇل قايتۇرۇلمايدۇ ياكى تارتمىدا ئۇنچىلىك پۇل يوق.
