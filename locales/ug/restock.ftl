### تۈگىگەن مال كەلگەندە خەۋەر قىلىش.
### review: ئانا تىلى ئۇيغۇرچە بىرەيلەن كۆرۈپ چىقسا.

# review: restock-link
restock-link = كەلگەندە ماڭا خەۋەر قىلىڭ
# review: restock-phone-hint
restock-phone-hint = ئۇچۇر مۇشۇ نومۇرغا كېلىدۇ.
# review: restock-text
restock-text = قايتا سېتىۋالغىلى بولغاندا بىرلا ئۇچۇر كېلىدۇ. مال ئاز كەلسە، ھەر بىر دانىسى ئۈچۈن تەخمىنەن ئۈچ كىشىگە، بۇرۇن سورىغانلارغا بۇرۇن خەۋەر قىلىنىدۇ؛ كىم بۇرۇن سېتىۋالسا، شۇنىڭ بولىدۇ. نومۇرىڭىز باشقا ئىشقا ئىشلىتىلمەيدۇ، ئۇچۇر كېلىپ بىر كۈندىن كېيىن، مال كەلمىسە 180 كۈندىن كېيىن ئۆچۈرۈلىدۇ.
# review: restock-ask
restock-ask = خەۋەر قىلىڭ
# review: restock-asked
restock-asked = خاتىرىلەندى. قايتا سېتىۋالغىلى بولغاندا بۇ نومۇرغا بىر ئۇچۇر كېلىدۇ، ئىگىسى بۇنداق ئۇچۇرلارنى توختاتقان بولسا كەلمەيدۇ.
# review: restock-there
restock-there = ھازىر سېتىۋالسىڭىز بولىدۇ.
# review: restock-product
restock-product = مەھسۇلات بېتىگە قايتىش
# review: restock-never
restock-never = دۇكان بۇنداق نومۇرلارغا ئۇچۇر ئەۋەتمەيدۇ.
# review: restock-most
restock-most = بۇ نومۇر كۈتەلەيدىغان مالنىڭ سانى توشتى. ئۇلارنىڭ بىرى كەلگەندە قايتا سوراڭ.
# review: restock-told-title
restock-told-title = قايتا كەلدى
# review: restock-told-gone
restock-told-gone = دۇكان بۇ مالنى ھازىر كۆرسەتمەيدۇ.
# review: restock-stop-text
restock-stop-text = سىز ياكى نومۇرىڭىزنى يازغان بىرى خەۋەر قىلىشنى سورىغان. كىم سورىسا سورىسۇن، نومۇرىڭىزغا بۇنداق ئۇچۇر كېلىشنى توختىتالايسىز.
# review: restock-stop
restock-stop = بۇنداق ئۇچۇرلارنى توختىتىش
# review: restock-stopped
restock-stopped = بۇ نومۇرغا ئەمدى بۇنداق ئۇچۇر كەلمەيدۇ.
# review: restock-allow
restock-allow = بۇنداق ئۇچۇرلارغا قايتا رۇخسەت قىلىش
