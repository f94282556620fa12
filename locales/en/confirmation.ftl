### Products of cooperatives that the Centre looks at before buyers do.

## At the Centre

# Title of the list of what waits, and the link to it.
confirmation-title = To confirm
# Under the title.
confirmation-lead = Products and changes of cooperatives whose goods wait for you. Buyers see them once you have confirmed them; what has waited longest comes first.
# When nothing waits.
confirmation-none = Nothing waits.
# Beside a product that buyers do not see yet.
confirmation-new = New product
# Beside a product that buyers see, of which something is to be another.
confirmation-changed = Changed
# After something was confirmed.
confirmation-confirmed = Confirmed. Buyers see it now.
# After something of a suspended cooperative was confirmed.
confirmation-confirmed-later = Confirmed. The cooperative is suspended: buyers see it once it sells again.
# After something was sent back.
confirmation-sent = Sent back. The cooperative reads your reason.
# The way back to the list.
confirmation-back = All that waits
# Before the time since which it waits.
confirmation-since = Waits since
# When something else was saved or decided meanwhile.
confirmation-overtaken = The cooperative saved something else meanwhile, so nothing was done. Look again: this is what waits now.
# When somebody decided, and nothing waits any more.
confirmation-gone = Nothing of this product waits any more: it was confirmed, or the cooperative took it back. Nothing was done this time.
# When somebody decided, and it was sent back a moment ago; the reason follows.
confirmation-gone-back = It was sent back already, so nothing was done this time. The cooperative reads this reason:
# At a product that was sent back, for somebody who opens it again; the reason follows.
confirmation-is-back = It was sent back and waits no more. The cooperative reads this reason:
# At a product of which nothing waits, for somebody who opens it again.
confirmation-nothing-waits = Nothing of this product waits: it was confirmed, or the cooperative took it back.
# A text of a product.
confirmation-name = Name
# A text of a product.
confirmation-description = Description
# The words for a picture; place is its number among the pictures.
confirmation-picture-words = Words for picture { $place }
# A text with its language.
confirmation-in-language = { $text }, { $language }
# Before what buyers see now.
confirmation-before = Before
# Before what they are to see.
confirmation-after = After
# Where a text is not there, or is taken away.
confirmation-nothing = Nothing
# Above a translation that was marked as out of date and is right all the same.
confirmation-still-right = The translation is right as it is:
# Heading over sizes with their prices.
confirmation-offers = Sizes and prices
# Beside a size that buyers do not see yet.
confirmation-new-size = New
# Heading over the pictures.
confirmation-pictures = Pictures
# Button.
confirmation-confirm = Confirm
# Above the button.
confirmation-confirm-text = Buyers see all of this at once.
# Above the button, when the cooperative is suspended.
confirmation-confirm-suspended = The cooperative is suspended: buyers see all of this once it sells again.
# Heading and button.
confirmation-send-back = Send back
# Label.
confirmation-reason = What is to be mended
# Hint of the label before.
confirmation-reason-hint = The cooperative reads it at the product and gets it as a message.
# Heading of the part of a cooperative's page by which this is turned on or off.
confirmation-of-cooperative = New products and changes
# Under the heading, while it is on.
confirmation-is-on = They wait for you: buyers see new products, and changes of texts, prices, pictures and the category, once you have confirmed them. Stock and pauses show at once.
# Under the heading, while it is off.
confirmation-is-off = They do not wait for you: while the cooperative sells, buyers see them at once.
# Under the heading, while it is off and something from before waits; a link to the list follows.
confirmation-still-waits = What waited before goes on waiting for you:
# Button.
confirmation-turn-on = Let them wait for us
# Button.
confirmation-turn-off = Let them show at once
# After it was turned on.
confirmation-turned-on = New products and changes of this cooperative wait for you from now on.
# After it was turned off.
confirmation-turned-off = From now on nothing new of this cooperative waits for you. What waits already goes on waiting.

## In the work area

# Beside a product of which something waits.
confirmation-waits = Waits for the Centre
# Beside a product that was not confirmed.
confirmation-sent-back = Sent back
# What is to be done: after a number.
confirmation-sent-back-stat = products the Centre sent back
# At a product that waits to be published.
confirmation-product-waits = The Centre looks at this product before buyers see it. You get a message if something is to be mended.
# At a product with changes that wait.
confirmation-changes-wait = The Centre looks at your changes. Until it has confirmed them, buyers see the product as it was.
# At a product that was not confirmed, above the reason.
confirmation-product-back = The Centre has not confirmed this product:
# At a product whose changes were not confirmed, above the reason.
confirmation-changes-back = The Centre has not confirmed your changes:
# Under the reason.
confirmation-product-mend = Mend it and publish it once more. Buyers do not see it until then.
# Under the reason.
confirmation-changes-mend = Mend it and save: it goes to the Centre once more. Until then buyers see the product as it was.
# Button.
confirmation-take-back = Take the changes back
# Button.
confirmation-take-back-product = Do not publish it yet
# Above the button that takes changes back.
confirmation-take-back-text = What waits is then gone: texts, prices, pictures and the category are again as buyers see them.
# At a product that buyers see, of a cooperative whose changes wait.
confirmation-will-wait = Buyers see changes of texts, prices, pictures and the category once the Centre has confirmed them. Stock and pauses show at once.
# At a product that buyers do not see, of a cooperative whose products wait.
confirmation-will-wait-new = When you publish it, the Centre looks at it first.
# After something was saved that buyers do not see yet.
confirmation-saved = Saved. Buyers see texts, prices, pictures and the category once the Centre has confirmed them.
# The question before a picture is taken away, where that waits for the Centre.
confirmation-picture-remove = Take this picture away? If buyers see it now, they do until the Centre has confirmed that.
