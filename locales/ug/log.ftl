### What the log of the Centre says was done: each a short line in a list.

# review: log-member-add
log-member-add = ئەزا قوشۇلدى
# review: log-member-remove
log-member-remove = ئەزا چىقىرىۋېتىلدى
# review: log-member-role
log-member-role = ئەزانىڭ رولى ئۆزگەرتىلدى
# review: log-member-link
log-member-link = تەكلىپ ئۇلانمىسى ياسالدى
# review: log-member-link-end
log-member-link-end = تەكلىپ ئۇلانمىسى بىكار قىلىندى
# review: log-member-join
log-member-join = تەكلىپ ئۇلانمىسى ئارقىلىق قوشۇلدى
# review: log-session-end
log-session-end = چېكىندى
# review: log-password-change
log-password-change = مەخپىي نومۇر ئۆزگەرتىلدى
# review: log-passkey-add
log-passkey-add = بارماق ئىزى ياكى چىراي بىلەن كىرىش تەڭشەلدى
# review: log-passkey-name
log-passkey-name = كىرىش ئۈسكۈنىسىنىڭ ئىسمى ئۆزگەرتىلدى
# review: log-passkey-remove
log-passkey-remove = كىرىش ئۈسكۈنىسى ئېلىۋېتىلدى
# review: log-support-begin
log-support-begin = كوپىراتىپ نامىدا ئىشلەشنى باشلىدى
# review: log-support-end
log-support-end = كوپىراتىپ نامىدا ئىشلەشنى توختاتتى
# review: log-cooperative-suspend
log-cooperative-suspend = كوپىراتىپ توختىتىپ قويۇلدى
# review: log-cooperative-admit
log-cooperative-admit = كوپىراتىپ قوبۇل قىلىندى
# review: log-cooperative-confirm-on
log-cooperative-confirm-on = كوپىراتىپنىڭ مەھسۇلاتلىرى مەركەزنى كۈتىدىغان بولدى
# review: log-cooperative-confirm-off
log-cooperative-confirm-off = كوپىراتىپنىڭ مەھسۇلاتلىرى دەرھال كۆرۈنىدىغان بولدى
# review: log-cooperative-collection
log-cooperative-collection = كوپىراتىپ مەھسۇلاتلىرىنى ئېلىپ كېتىش ئورۇنلىرى ئۆزگەرتىلدى
# review: log-cooperative-ask
log-cooperative-ask = باشقا ئىسىم ياكى تېلېفون سورالدى
# review: log-cooperative-ask-no-more
log-cooperative-ask-no-more = ئىسىم ياكى تېلېفون ئىلتىماسى قايتۇرۇۋېلىندى
# review: log-cooperative-rename
log-cooperative-rename = كوپىراتىپنىڭ ئىسمى ياكى تېلېفونى ئۆزگەردى
# review: log-cooperative-rename-refuse
log-cooperative-rename-refuse = ئىسىم ياكى تېلېفون جەزملەنمىدى
# review: log-application-send
log-application-send = ئىلتىماس ئەۋەتىلدى
# review: log-application-document
log-application-document = ئىلتىماسقا ھۆججەت قوشۇلدى
# review: log-application-document-remove
log-application-document-remove = ئىلتىماستىن ھۆججەت ئېلىۋېتىلدى
# review: log-application-admit
log-application-admit = ئىلتىماس قوبۇل قىلىندى
# review: log-application-refuse
log-application-refuse = ئىلتىماس رەت قىلىندى
# review: log-announcement-publish
log-announcement-publish = ئۇقتۇرۇش يېزىلدى
# review: log-announcement-take-back
log-announcement-take-back = ئۇقتۇرۇش قايتۇرۇۋېلىندى
# review: log-announcement-read
log-announcement-read = ئۇقتۇرۇش ئوقۇپ بولۇندى
# review: log-money-received
log-money-received = پۇل تاپشۇرۇۋېلىندى
# review: log-money-cash
log-money-cash = نەق پۇل تاپشۇرۇۋېلىندى
# review: log-money-cash-back
log-money-cash-back = نەق پۇل قايتۇرۇلدى
# review: log-money-unassigned
log-money-unassigned = پۇل كەلدى، زاكازى ئېنىق ئەمەس
# review: log-money-assigned
log-money-assigned = پۇل زاكازغا يېزىلدى
# review: log-money-to-give-back
log-money-to-give-back = قايتۇرۇلىدىغان پۇل بار
# review: log-money-given-back
log-money-given-back = پۇل قايتۇرۇلدى
# review: log-money-written-off
log-money-written-off = قالغان پۇل ئېلىۋېتىلدى
# review: log-money-undone
log-money-undone = يېزىلغان پۇل بىكار قىلىندى
# review: log-payout-draft
log-payout-draft = پۇل تارقىتىش يېزىلدى
# review: log-payout-approve
log-payout-approve = پۇل تارقىتىش تەستىقلاندى
# review: log-payout-paid
log-payout-paid = كوپىراتىپقا پۇل تۆلەندى
# review: log-payout-withdraw
log-payout-withdraw = پۇل تارقىتىش بىكار قىلىندى
# review: log-payout-undone
log-payout-undone = تۆلەنگەن پۇل قايتۇرۇۋېلىندى
# review: log-shift-open
log-shift-open = نۆۋەت باشلاندى
# review: log-shift-hand-over
log-shift-hand-over = نەق پۇل مەركەزگە تاپشۇرۇلدى
# review: log-shift-close
log-shift-close = نۆۋەت ئاياغلاشتۇرۇلدى
# review: log-shift-correct
log-shift-correct = نۆۋەتتە سانالغان پۇلنىڭ سانى تۈزىتىلدى
# review: log-order-phone-proved
log-order-phone-proved = تېلېفون نومۇرى ئىسپاتلاندى
# review: log-orders-export
log-orders-export = زاكازلار ھۆججەتكە ساقلاندى
# review: log-product-create
log-product-create = مەھسۇلات قوشۇلدى
# review: log-product-copy
log-product-copy = مەھسۇلات كۆچۈرۈلدى
# review: log-product-save
log-product-save = مەھسۇلات ئۆزگەرتىلدى
# review: log-product-suggest
log-product-suggest = كەم تېكىستلەرنى يېزىش ماشىنىغا تاپشۇرۇلدى
# review: log-product-add-size
log-product-add-size = ئۆلچىمى قوشۇلدى
# review: log-product-publish
log-product-publish = مەھسۇلات ئېلان قىلىندى
# review: log-product-propose
log-product-propose = مەھسۇلات مەركەزنى كۈتۈۋاتىدۇ
# review: log-product-take-back
log-product-take-back = كۈتۈۋاتقان ئۆزگىرىش قايتۇرۇۋېلىندى
# review: log-product-confirm
log-product-confirm = مەھسۇلات جەزملەندى
# review: log-product-send-back
log-product-send-back = مەھسۇلات قايتۇرۇلدى
# review: log-product-sold-out-today
log-product-sold-out-today = بۈگۈنلۈككە سېتىلىپ بولدى
# review: log-product-pause
log-product-pause = مەھسۇلات ۋاقىتلىق توختىتىلدى
# review: log-product-resume
log-product-resume = مەھسۇلات يەنە سېتىلىدۇ
# review: log-product-archive
log-product-archive = مەھسۇلات ئارخىپلاندى
# review: log-product-restore
log-product-restore = مەھسۇلات ئارخىپتىن چىقىرىلدى
# review: log-offer-active
log-offer-active = ئۆلچىمى سېتىلىدۇ
# review: log-offer-inactive
log-offer-inactive = ئۆلچىمى ئەمدى سېتىلمايدۇ
# review: log-offer-amounts
log-offer-amounts = ئۆلچەمنىڭ سېتىلىش مىقدارى ئۆزگەرتىلدى
# review: log-picture-add
log-picture-add = رەسىم قوشۇلدى
# review: log-picture-move
log-picture-move = رەسىم يۆتكەلدى
# review: log-picture-remove
log-picture-remove = رەسىم ئۆچۈرۈلدى
# review: log-picture-describe
log-picture-describe = رەسىم چۈشەندۈرۈلدى
# review: log-picture-crop
log-picture-crop = رەسىم كېسىلدى
# review: log-stock-save
log-stock-save = باھا ۋە ئامبار سانى ئۆزگەرتىلدى
# review: log-stock-move
log-stock-move = ئامبار سانى يېزىلدى
# review: log-import-begin
log-import-begin = جەدۋەل يوللاندى
# review: log-import-confirm
log-import-confirm = جەدۋەل جەزملەندى
# review: log-import-cancel
log-import-cancel = جەدۋەل بىكار قىلىندى
# review: log-import-done
log-import-done = جەدۋەل كىرگۈزۈلدى
# review: log-import-failed
log-import-failed = جەدۋەل كىرگۈزۈلمىدى
# review: log-shop-edit
log-shop-edit = دۇكان بېتى ئۆزگەرتىلدى
# review: log-shop-undo
log-shop-undo = دۇكان بېتىدىكى ئۆزگىرىش قايتۇرۇلدى
# review: log-shop-restore
log-shop-restore = دۇكان بېتىنىڭ كونىسى ئەسلىگە كەلتۈرۈلدى
# review: log-shop-picture
log-shop-picture = دۇكان بېتىگە رەسىم قوشۇلدى
# review: log-shop-publish
log-shop-publish = دۇكان بېتى ئېلان قىلىندى
# review: log-shop-suggest
log-shop-suggest = دۇكان بېتىدىكى كەم تېكىستلەرنى يېزىش ماشىنىغا تاپشۇرۇلدى
# review: log-message-hide
log-message-hide = ئۇچۇر يوشۇرۇلدى
# review: log-question-answer
log-question-answer = سوئالغا جاۋاب بېرىلدى
# review: log-question-publish
log-question-publish = سوئالغا رۇخسەت قىلىندى
# review: log-question-hide
log-question-hide = سوئال يوشۇرۇلدى
# review: log-question-keep
log-question-keep = مەسىلە بار دېيىلگەن سوئال ئۆز پېتى قالدۇرۇلدى
# review: log-review-answer
log-review-answer = باھالاشقا جاۋاب بېرىلدى
# review: log-review-publish
log-review-publish = باھالاش ئېلان قىلىندى
# review: log-review-hide
log-review-hide = باھالاش يوشۇرۇلدى
# review: log-review-keep
log-review-keep = پاش قىلىنغان باھالاش ئۆز پېتى قالدۇرۇلدى
# review: log-message-try-again
log-message-try-again = ئۇچۇر قايتا يوللاندى
# review: log-message-give-up
log-message-give-up = ئۇچۇرنى يوللاش توختىتىلدى
# review: log-code-show
log-code-show = بىر قېتىملىق كود كۆرۈلدى
# review: log-settings-save
log-settings-save = تەڭشەك ئۆزگەرتىلدى
# review: log-settings-undo
log-settings-undo = تەڭشەك قايتۇرۇلدى
# review: log-station-add
log-station-add = نۇقتا قوشۇلدى
# review: log-station-save
log-station-save = نۇقتا ئۆزگەرتىلدى
# review: log-station-close
log-station-close = نۇقتا تاقالدى
# review: log-station-open
log-station-open = نۇقتا قايتا ئېچىلدى
# review: log-category-add
log-category-add = تۈر قوشۇلدى
# review: log-category-save
log-category-save = تۈر ئۆزگەرتىلدى
# review: log-category-reorder
log-category-reorder = تۈرلەرنىڭ تەرتىپى ئۆزگەرتىلدى
# review: log-category-hide
log-category-hide = تۈر يوشۇرۇلدى
# review: log-category-show
log-category-show = تۈر كۆرسىتىلدى
# review: log-category-move-goods
log-category-move-goods = مەھسۇلاتلار باشقا تۈرگە يۆتكەلدى
# review: log-search-words-add
log-search-words-add = ئىزدەش سۆزلىرى قوشۇلدى
# review: log-search-words-save
log-search-words-save = ئىزدەش سۆزلىرى ئۆزگەرتىلدى
# review: log-search-words-remove
log-search-words-remove = ئىزدەش سۆزلىرى ئۆچۈرۈلدى
# review: log-text-suggest
log-text-suggest = تېكىست تەكلىپ قىلىندى
# review: log-text-approve
log-text-approve = تېكىست تەستىقلاندى
# review: log-text-reject
log-text-reject = تېكىست قوبۇل قىلىنمىدى
# review: log-text-withdraw
log-text-withdraw = تېكىست تەكلىپى قايتۇرۇۋېلىندى
# review: log-text-undo
log-text-undo = تېكىست تەستىقى بىكار قىلىندى
# review: log-text-take
log-text-take = تېكىستلەر ھۆججەتكە يېزىلدى
# review: log-audit-adopt
log-audit-adopt = كونا خاتىرىلەر قېتىۋېلىندى
# review: log-thing-announcement
log-thing-announcement = ئۇقتۇرۇش { $number }
# review: log-thing-application
log-thing-application = ئىلتىماس { $number }
# review: log-thing-category
log-thing-category = تۈر { $number }
# review: log-thing-edit
log-thing-edit = ئۆزگەرتىش { $number }
# review: log-thing-import
log-thing-import = جەدۋەل { $number }
# review: log-thing-message
log-thing-message = ئۇچۇر { $number }
# review: log-thing-part
log-thing-part = بۆلەك { $number }
# review: log-thing-payout
log-thing-payout = تۆلەم { $number }
# review: log-thing-picture
log-thing-picture = رەسىم { $number }
# review: log-thing-review
log-thing-review = باھالاش { $number }
# review: log-thing-question
log-thing-question = سوئال { $number }
# review: log-thing-search-words
log-thing-search-words = ئىزدەش سۆزلىرى { $number }
# review: log-thing-shift
log-thing-shift = نۆۋەت { $number }
# review: log-thing-station
log-thing-station = نۇقتا { $number }
# review: log-word-picture
log-word-picture = رەسىم
# review: log-word-up
log-word-up = يۇقىرىغا
# review: log-word-down
log-word-down = تۆۋەنگە
# review: log-word-one
log-word-one = بىر ئۈسكۈنىدە
# review: log-word-others
log-word-others = باشقا بارلىق ئۈسكۈنىلەردە
# review: log-word-price
log-word-price = باھا
# review: log-word-stock
log-word-stock = ئامباردىكى سان
# review: log-word-least
log-word-least = ئەڭ ئاز
# review: log-word-by
log-word-by = ھەر قېتىم قوشۇلىدىغىنى
# review: log-word-most
log-word-most = ئەڭ كۆپ
# review: log-word-buyer
log-word-buyer = بىر خېرىدارغا ئەڭ كۆپ
# review: log-word-entry
log-word-entry = خاتىرە
