### What the log of the Centre says was done: each a short line in a list.

log-member-add = Member added
log-member-remove = Member removed
log-member-role = Member's role changed
log-member-link = Invitation link made
log-member-link-end = Invitation link taken back
log-member-join = Came in by an invitation link
log-session-end = Signed out
log-password-change = Password changed
log-passkey-add = Fingerprint or face set up for signing in
log-passkey-name = Device for signing in renamed
log-passkey-remove = Device for signing in removed
log-support-begin = Began to work in the cooperative's name
log-support-end = Stopped working in the cooperative's name
log-cooperative-suspend = Cooperative suspended
log-cooperative-admit = Cooperative admitted
log-cooperative-confirm-on = Goods of a cooperative wait for the Centre
log-cooperative-confirm-off = Goods of a cooperative show at once
log-cooperative-collection = Where goods of a cooperative can be collected was changed
log-cooperative-ask = Asked for another name or telephone
log-cooperative-ask-no-more = Request for a name or telephone taken back
log-cooperative-rename = Name or telephone of a cooperative changed
log-cooperative-rename-refuse = Name or telephone not confirmed
log-application-send = Application sent
log-application-document = Document added to an application
log-application-document-remove = Document taken away from an application
log-application-admit = Application admitted
log-application-refuse = Application refused
log-announcement-publish = Announcement written
log-announcement-take-back = Announcement taken back
log-announcement-read = Announcement put away
log-money-received = Money received
log-money-cash = Cash taken
log-money-cash-back = Cash given back
log-money-unassigned = Money received, order not known
log-money-assigned = Money put to an order
log-money-to-give-back = Money to be sent back
log-money-given-back = Money sent back
log-money-written-off = Rest written off
log-money-undone = Booking undone
log-payout-draft = Payout written down
log-payout-approve = Payout approved
log-payout-paid = Cooperative paid
log-payout-withdraw = Payout withdrawn
log-payout-undone = Payout undone
log-shift-open = Shift begun
log-shift-hand-over = Cash handed over to the Centre
log-shift-close = Shift closed
log-shift-correct = Count of a shift corrected
log-order-phone-proved = Phone proved
log-orders-export = Orders saved as a file
log-product-create = Product made
log-product-copy = Product copied
log-product-save = Product changed
log-product-suggest = Missing texts asked of a machine
log-product-add-size = Size added
log-product-publish = Product published
log-product-propose = Product waits for the Centre
log-product-take-back = Waiting changes taken back
log-product-confirm = Product confirmed
log-product-send-back = Product sent back
log-product-sold-out-today = Sold out for today
log-product-pause = Product paused
log-product-resume = Product on sale again
log-product-archive = Product archived
log-product-restore = Product taken out of the archive
log-offer-active = Size on sale
log-offer-inactive = Size no more on sale
log-offer-amounts = Amounts of a size changed
log-picture-add = Picture added
log-picture-move = Picture moved
log-picture-remove = Picture removed
log-picture-describe = Picture described
log-picture-crop = Picture cropped
log-stock-save = Prices and stock changed
log-stock-move = Stock booked
log-import-begin = Table sent
log-import-confirm = Table confirmed
log-import-cancel = Table cancelled
log-import-done = Table taken in
log-import-failed = Table not taken in
log-shop-edit = Shop page changed
log-shop-undo = Change of the shop page taken back
log-shop-restore = Older shop page brought back
log-shop-picture = Picture added to the shop page
log-shop-publish = Shop page published
log-shop-suggest = Missing texts of the shop page asked of a machine
log-message-hide = Message hidden
log-question-answer = Question answered
log-question-publish = Question let through
log-question-hide = Question hidden
log-question-keep = Reported question left as it is
log-review-answer = Review answered
log-review-publish = Review published
log-review-hide = Review hidden
log-review-keep = Reported review left as it is
log-message-try-again = Message sent again
log-message-give-up = Message given up
log-code-show = One-time code looked at
log-settings-save = Settings changed
log-settings-undo = Settings put back
log-station-add = Station added
log-station-save = Station changed
log-station-close = Station closed
log-station-open = Station opened again
log-category-add = Category added
log-category-save = Category changed
log-category-reorder = Order of categories changed
log-category-hide = Category hidden
log-category-show = Category shown
log-category-move-goods = Goods moved to another category
log-search-words-add = Search words added
log-search-words-save = Search words changed
log-search-words-remove = Search words removed
log-text-suggest = Text suggested
log-text-approve = Text approved
log-text-reject = Text not accepted
log-text-withdraw = Suggestion of a text taken back
log-text-undo = Approval of a text undone
log-text-take = Texts taken into the files
log-audit-adopt = Older events taken into the log
# What an event is about. $number: its number.
log-thing-announcement = Announcement { $number }
# An application of a cooperative. $number: its number.
log-thing-application = Application { $number }
# A category of goods. $number: its number.
log-thing-category = Category { $number }
# A step in editing a shop page. $number: its number.
log-thing-edit = Edit { $number }
# A table that was taken over. $number: its number.
log-thing-import = Table { $number }
# A message to a phone. $number: its number.
log-thing-message = Message { $number }
# A part of a shop page. $number: its number.
log-thing-part = Part { $number }
# Money paid to a cooperative. $number: its number.
log-thing-payout = Payout { $number }
# A picture. $number: its number.
log-thing-picture = Picture { $number }
# What a buyer says about goods. $number: its number.
log-thing-review = Review { $number }
# A question about a product. $number: its number.
log-thing-question = Question { $number }
# A line of words that mean the same. $number: its number.
log-thing-search-words = Search words { $number }
# A clerk's shift at a station. $number: its number.
log-thing-shift = Shift { $number }
# A station. $number: its number.
log-thing-station = Station { $number }
# What kind of document came.
log-word-picture = Picture
# Where a category was moved in its list.
log-word-up = up
log-word-down = down
# After "Signed out": on one device.
log-word-one = on one device
# After "Signed out": on all devices but one.
log-word-others = on all other devices
# Two numbers follow, before and after.
log-word-price = price
# Two numbers follow, before and after.
log-word-stock = stock
# Two numbers follow, before and after.
log-word-least = least
# Two numbers follow, before and after.
log-word-by = in steps of
# Two numbers follow, before and after.
log-word-most = most
# Before the most that one buyer may have.
log-word-buyer = most for one buyer
# In front of the number of what was booked.
log-word-entry = entry
