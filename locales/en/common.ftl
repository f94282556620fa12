### Words that appear on every page, and what the shop says when something goes wrong.
### A comment that starts with "review:" marks a doubt; a native speaker's answer is welcome.

## The shop itself

# Name of the shop, in the header and in page titles.
site-name = Bazar
# One line under the name.
site-tagline = Nuts, honey and fruit, straight from the growers
# Title of the browser tab. $page: title of the page.
site-page-title = { $page } · Bazar

## Navigation

nav-home = Home
nav-products = Products
nav-cooperatives = Cooperatives
nav-stations = Pickup stations
nav-search = Search
nav-cart = Cart
# Read aloud for the cart button. $count: number of items in the cart.
nav-cart-count = { $count ->
    [one] Cart, { $count } item
   *[other] Cart, { $count } items
}
nav-about = About Bazar
nav-language = Language
# Read aloud: the name of the main menu.
nav-main = Main menu
# First link of every page, for keyboards and screen readers.
nav-skip-content = Skip to content

## Buttons

button-add-to-cart = Add to cart
button-checkout = Checkout
# Closes what lies over the page: pictures in large, a list.
button-close = Close
button-save = Save
button-search = Search
button-previous-page = Previous page
button-next-page = Next page
button-try-again = Try again

# Under a list. $page: number of this page. $pages: how many there are.
page-position = Page { $page } of { $pages }

## Waiting

## What went wrong with a whole request: what happened, what was kept, what to do next.

error-title = That did not work
# Under an error. $reference: a short code that the operator can look up.
error-reference = If you write to us about it, give this code: { $reference }
error-not-found = This page is not here: the address may be wrong, or it was removed. Your cart is unchanged. Use the search, or start from the home page.
error-invalid = Some fields need another look. Nothing was sent yet, and what you typed is still here. Correct the marked fields and send again.
error-sold-out = Something in your cart is sold out, or less of it is left than you want. No order was placed, and your cart is kept. Change the quantity or remove the item, then try again.
error-price-changed = A price has changed since you last looked. No order was placed; your cart and your details are kept. Check the new total and confirm again.
error-freight-changed = The shipping fee has changed since you last looked. No order was placed; your cart and your details are kept. Check the new total and confirm again.
error-cart-empty = Your cart is empty, so no order was placed and nothing has to be paid. Add something to the cart first.
error-idempotency-mismatch = This form was already sent once with other details. What you sent first counts, and nothing was done twice. Open the page again to see how things stand now, and start from there.
error-invalid-transition = This is no longer possible, because something has changed in the meantime. Nothing was altered. Reload the page to see how things stand.
error-order-over = This order is over already. Nothing was changed.
error-done-already = This was done already. Nothing was changed a second time.
error-not-accepted = The cooperative has not accepted this order yet. Accept it first.
error-not-packed = The goods are not packed yet. Mark them as packed first.
error-not-sent = The goods have not left the cooperative yet. Hand them to the carrier first.
error-not-arrived = The goods have not arrived at the pickup station yet. Mark their arrival first.
error-not-handed-over = The goods have not been handed over yet. Nothing was changed; once they are, this can be done.
error-not-returning = These goods are not on their way back.
error-other-delivery = This order is delivered to an address, so it does not wait at a station.
error-unpaid = This order is not paid yet. Nothing was changed. It can go on as soon as the money is here.
error-paid-already = This is paid already. Nothing was booked a second time.
error-sent-already = The goods have left the cooperative already, so this cannot be changed any more. Nothing was changed.
error-gone-on = Other steps were taken since, so this cannot be undone any more. Nothing was changed.
error-undo-too-late = A step can be undone for five minutes only. Nothing was changed.
error-suspended = This cooperative sells nothing at the moment: the Centre has suspended it. Nothing was changed.
error-amount-too-large = This is more than one order can hold. No order was placed, and your cart is kept. Order less, or in several parts.
# Keep this word for word the same as error-not-found: nobody should learn that the page exists.
error-not-allowed = This page is not here: the address may be wrong, or it was removed. Your cart is unchanged. Use the search, or start from the home page.
error-sign-in-failed = The phone number and the password or code do not match. You are not signed in; your cart is kept. Check both and try again.
error-too-many-attempts = There were too many attempts in a short time. Nothing was changed.
# After error-too-many-attempts. $minutes: how long to wait.
error-wait-minutes = { $minutes ->
    [one] Try again in { $minutes } minute.
   *[other] Try again in { $minutes } minutes.
}
# The same. $hours: how long to wait.
error-wait-hours = { $hours ->
    [one] Try again in { $hours } hour.
   *[other] Try again in { $hours } hours.
}
error-too-fast = Too many requests came from your connection in a short time, so this one was not carried out. Nothing was changed, and your cart is kept. Wait a moment, then try again.
# Under error-too-fast. $seconds: how long to wait.
error-wait = { $seconds ->
    [one] You can try again in one second.
   *[other] You can try again in { $seconds } seconds.
}
error-open-orders = There are already several orders with this phone number that were neither paid nor accepted yet. This order was not placed; your cart and your details are kept. Pay for one of them, cancel one, or wait until a cooperative accepts it; then send this form again.
error-open-orders-nearby = Many orders that were neither paid nor accepted yet came from your connection. This order was not placed; your cart and your details are kept. Wait until some of them are accepted, or use another connection, such as mobile data; then send this form again.
error-share-too-large = With a phone number that is new to the shop one can order only a part of what is in stock, and this order is for more. It was not placed; your cart and your details are kept. Order less of the goods you want most of. Once a cooperative has accepted your first order, you can order more.
error-stock-short = There is less in stock than this order needs, so it cannot leave. Nothing was changed. Bring in more or count again under “Stock”, then try once more.
# Less of an order was to be sent, and nothing would be left of it.
error-nothing-left = Then nothing would be sent at all. Nothing was changed. To send nothing, cancel the order.
# A buyer wrote several messages that are not answered.
error-wait-for-answer = You have already written several messages. Please wait for the answer; what you typed is still here.
# A message about an order, when very many were written.
error-conversation-full = No more messages fit on this order. Please call; what you typed is still here.
# Too many questions about one product wait for an answer.
error-questions-full = Many questions about this product wait for the cooperative already, so yours was not sent. What you typed is still here. Please come back in a few days; some of them will be answered by then.
# Too many questions from one connection wait at one cooperative.
error-questions-nearby = Several questions from your connection wait for this cooperative already, so this one was not sent. What you typed is still here. Wait until some are answered, or use another connection, such as mobile data.
error-last-size = This is the only size that buyers see. It was not hidden. Pause the product instead, or add another size first.
error-sizes-full = This product has as many sizes as it can have. Nothing was added, and what you typed is still here. Make another product for more.
error-products-full = Your cooperative has as many products as the shop can hold for it. Nothing was added. Ask the Centre to help.
error-category-in-use = Goods are in this category, or wait for your confirmation to come into it; nothing was changed. Move them into another category first, then hide it.
error-search-words-full = There are as many lines of search words as there can be. Nothing was added, and what you typed is still here. Remove a line first.
error-blocks-full = Your page has as many parts as it can hold. Nothing was added. Take one away first.
error-page-full = Your page would hold more text than it can. Nothing was changed. Shorten a text or take a part away first.
error-tables-full = Your cooperative has five tables open, or has brought very many today. This one was not taken, and nothing was changed. Import one of the others or press “Do not import”, or go on tomorrow.
error-shop-pictures-full = As many pictures are stored for your page as there can be, and all of them are on it or on an older page that can be brought back. Nothing was added. Choose one of those that are there.
error-misdirected = This address does not belong to the shop, so nothing was opened or changed. Use the address you know the shop by.
error-too-large = What you sent is too large. It was not saved, and what was there before is unchanged. Shorten the text or choose a smaller picture, then send again.
error-busy = The shop is very busy just now. Nothing was changed, and your cart is kept. Wait a few seconds and try again.
# The database is away or the disk is full.
error-unavailable = The shop cannot save anything right now. Nothing was changed, and what you typed is kept on this page. Try again in a few minutes.
error-internal = Something went wrong on our side. Your cart is kept. Try again in a moment; sending the same form again will not order twice.
error-cross-site = This form came from another website, so it was not accepted. Nothing was changed. Open the shop's own page and try again there.

## What is wrong with one field; shown right beside it.

field-error-required = Please fill this in.
field-error-too-long = This is too long. Please shorten it.
field-error-invalid-phone = This is not a complete phone number. A mobile number in China has 11 digits; a number from abroad starts with +.
field-error-invalid-quantity = This quantity cannot be ordered. Choose one of those offered.
field-error-invalid-text = This contains characters that cannot be used here. Please remove them.
field-error-markup = A name cannot hold tags of web pages. Write it without angle brackets.
field-error-invalid-choice = Please choose one of the options.
field-error-invalid-code = This code is not right. Check it character by character.
field-error-invalid-price = Enter the price like this: 12.50
field-error-invalid-link = This address cannot be used. Write it like this: https://badam.example
field-error-insecure-link = This address begins with http://. Links here begin with https://: look whether the place has such an address, or ask whoever sent it.
field-error-invalid-time = This is not a time of day. Write it like this: 09:30
field-error-invalid-day = There is no such day. Write it like this: 2026-05-31
field-error-too-much = This is more than there is to be paid or sent back.
field-error-not-served = We do not deliver to this province yet. Choose another address or a pickup station.
field-error-changed = Somebody else changed this meanwhile. Look at it, then send again.
field-error-source-changed = The text this was translated from was changed meanwhile. Look at it again, then say whether the translation is still right.
field-error-page-full = The whole page holds no more text. This is not saved, and what you typed is still here. Shorten another text or take a part away, then save again.

## Languages of names and descriptions

language-name-ug = Uyghur
language-name-zh = Chinese
language-name-es = Spanish
# Small label beside a text that is not in the language of the page. $language: one of the names above.
language-shown-in = Shown in { $language }
# Small label: the original was changed after this translation was made.
language-translation-outdated = This translation may be out of date
# Small label: a machine translated this text, and nobody has gone over it.
language-translation-machine = Translated by a machine

## Prices

## Footer

footer-about = Farming cooperatives sell here themselves; the district's e-commerce centre sees to orders and delivery.
footer-help = Help and contact
error-last-owner = Somebody must stay who runs it. Nothing was changed. Give this role to somebody else first, who has signed in at least once.
# More links for new members than may be good at a time.
error-invitations-full = Ten links are open. Take one back before you make another.
# More announcements to the cooperatives than may be shown at a time.
error-announcements-full = Twenty announcements are shown already. Take one back before you publish another.
field-error-too-short = This is too short.
field-error-too-easy = This would be guessed at once. Choose something less common.
field-error-unknown = There is none of this name.

## Notices of the Centre on several pages

# Name of the place with notices, read aloud.
notices-label = Notices
# A run of days. $from, $until: dates.
notices-days = { $from } to { $until }
