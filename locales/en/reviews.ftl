### What buyers say about goods: on the product's page, on a page of its own, and where one writes it.

# Heading over what buyers say about a product.
reviews-title = Reviews
# Title of the page with all of them. $product: the product's name.
reviews-title-of = Reviews of { $product }
# Under the title.
reviews-lead = Only those who have received the goods can write here.
# In place of the list, when there is none yet.
reviews-none = Nobody has said how it is yet.
# What a row of stars is called when it is read aloud. $stars: 1 to 5, with a digit after the point for an average.
reviews-stars = { $stars } of 5 stars
# How many there are. $count: the number.
reviews-count = { $count ->
    [one] { $count } review
   *[other] { $count } reviews
}
# Link below the few on the product's page.
reviews-all = All reviews
# Link back.
reviews-product = To the product
# Who wrote it, where no name was chosen. $province: where the parcel went.
reviews-author-from = A buyer from { $province }
# The same, where that is not known.
reviews-author = A buyer
# Language of a text that is not in the page's. The others are in common.ftl.
reviews-lang-en = English
# Small label beside a text in another language. $language: its name.
reviews-lang = Written in { $language }
# Over what the cooperative says to a review.
reviews-answer = The cooperative answers
# Below that answer, when the buyer changed the stars, the text or the photos later.
reviews-answer-older = The review was changed after this answer.
# What a picture of a buyer is called when it is read aloud. $number: which one.
reviews-photo = Photo { $number } from the buyer

## Choosing which are shown

# What the row of links is called when it is read aloud.
reviews-filter = Show
reviews-filter-all = All
# $count: how many.
reviews-filter-photo = With photo ({ $count })
# $stars: 1 to 5. $count: how many.
reviews-filter-stars = { $stars } ★ ({ $count })
# $language: name of a language. $count: how many.
reviews-filter-lang = { $language } ({ $count })
# In place of the list.
reviews-nothing = No review is like that.

## Telling the Centre that something is wrong with one

# What one opens to tell it.
reviews-report = Something is wrong with it
reviews-report-text = The Centre will read it. Nobody learns who told it.
# Button.
reviews-report-send = Tell the Centre
# After that.
reviews-reported = Thank you. The Centre will read it.

## Writing one

# Link beside each line of an order that was handed over; title of the page it leads to.
reviews-how = How was it?
# The same link, once something was written.
reviews-yours = Your review
# Small word beside it: the Centre reads it first.
reviews-yours-held = waits for the Centre
# Small word beside it.
reviews-yours-hidden = hidden by the Centre
# Over the choice of stars.
reviews-field-stars = How many stars?
reviews-stars-five = Very good
reviews-stars-four = Good
reviews-stars-three = So-so
reviews-stars-two = Not good
reviews-stars-one = Bad
# Field.
reviews-field-text = What do you want to say?
reviews-field-text-hint = In any language. Without phone numbers and links, please.
# Field.
reviews-field-name = Name shown with it
# $author: what is shown instead, such as “A buyer from Xinjiang”.
reviews-field-name-hint = Leave it empty to be shown as: { $author }
# Over the button.
reviews-all-read = Everybody can read it. Your phone number and your order stay private.
# Button.
reviews-send = Send
# Button, when something was written before.
reviews-save = Save
# What one opens to change it.
reviews-edit = Change it
# After sending.
reviews-sent = Thank you! Everybody can read it now.
# After sending, and later, when the Centre reads it first.
reviews-held = Thank you! It waits: the Centre reads it before everybody can.
# After that, why.
reviews-held-link = There is a web address in it.
reviews-held-phone = There is something like a phone number in it, or a name to find somebody by elsewhere.
reviews-held-name = The name sounds like the Centre, a cooperative or their people.
# Also when only one of its photos was hidden, with whatever review.
reviews-held-again = The Centre had hidden it, or a photo in it, before.
# To its writer, when the Centre took it away. The reason and its own words follow.
reviews-hidden = The Centre has hidden your review.
# After the reason.
reviews-hidden-edit = If you change it, the Centre reads it again.
# When nothing can be written, why.
reviews-not-yet = You can say how it was as soon as you have it.
reviews-over = The time to say how it was is over.
reviews-own-goods = You sell these goods yourself, so you cannot review them.
# When it can no longer be changed.
reviews-edit-over = It can no longer be changed. You can still remove it.
# What one opens to take it back.
reviews-remove = Remove it
reviews-remove-text = The text, the photos and the cooperative’s answer go with it.
# Button.
reviews-remove-confirm = Yes, remove
# After that.
reviews-removed = Your review is removed.
# Link.
reviews-order = Back to the order

## Which names wait for the Centre

# Nobody reads this. Words by which somebody would pass for the shop’s own people, such as “Customer service” as the name over a
# review: a name with one of them in it waits for the Centre. Separate them with commas; blanks and capitals do not count. Write
# the words of your language that people would use.
reviews-names-official = official, customer service, support team, administrator, moderator, staff member, cooperative, platform

## Why the Centre hides one

reviews-hide-insult = It insults somebody.
reviews-hide-personal = It says something private about somebody.
reviews-hide-advertising = It is an advertisement.
reviews-hide-unrelated = It is not about the goods.
reviews-hide-untrue = What it says is not true.

## Photos with it

# Heading.
reviews-photos = Photos
reviews-photos-text = Up to three. Where and when they were taken is removed.
# Field.
reviews-photo-file = Choose a photo
# Button.
reviews-photo-add = Add photo
reviews-photo-added = The photo is added.
# Button beside a photo.
reviews-photo-remove = Remove
# The same read aloud. $number: which one.
reviews-photo-remove-named = Remove photo { $number }
reviews-photo-removed = The photo is removed.
# When there are three.
reviews-photos-full = There are three photos now. To add another one, remove one first.
# When the same photo comes again.
reviews-photo-known = This photo is there already. Nothing was added. Choose another one.
# When the same form brought another file before.
reviews-photo-other = This form already brought another photo. Nothing more was added. Choose the file once more.
# When many photos are being received at the moment.
reviews-photo-busy = Many photos are being sent just now, so this one was not taken. What you wrote is saved. Wait a minute and send the photo again.
