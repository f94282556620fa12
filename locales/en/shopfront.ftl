### A cooperative’s shop page, made of parts, and its editor in the studio.

## On the page

# Heading of a part.
shopfront-hours-title = When you can come
# Days on which nobody is there. $from: first day. $until: last day.
shopfront-closed = Closed from { $from } to { $until }
# One day on which nobody is there. $day: the day.
shopfront-closed-day = Closed on { $day }
# Heading of a part.
shopfront-season-title = What is ripe when
# Heading of a part.
shopfront-people-title = Who works here
# Heading of a part.
shopfront-certificates-title = Certificates
# Under a certificate. $number: its number.
shopfront-certificate-number = No. { $number }
# Heading of a part.
shopfront-questions-title = Questions and answers
# Heading of a part.
shopfront-contact-title = How to reach us
# Link; the name of the other place follows.
shopfront-video = Watch the film at
# Link; the name of the other place follows.
shopfront-link = Our place on the web:
# Link; the name of the other place follows.
shopfront-map = Show on the map:
# The app WeChat, and the field for the name there.
shopfront-wechat = WeChat
# The app Douyin, and the field for the name there.
shopfront-douyin = Douyin

## Kinds of parts

# What a part is called.
shopfront-kind-cover = Cover
# What a part is called.
shopfront-kind-story = Story
# What a part is called.
shopfront-kind-picture = Picture
# What a part is called.
shopfront-kind-gallery = Several pictures
# What a part is called.
shopfront-kind-people = People
# What a part is called.
shopfront-kind-products = Products
# What a part is called.
shopfront-kind-season = Calendar of the seasons
# What a part is called.
shopfront-kind-notice = Notice
# What a part is called.
shopfront-kind-hours = Opening hours and closed days
# What a part is called.
shopfront-kind-video = Film
# What a part is called.
shopfront-kind-certificates = Certificates
# What a part is called.
shopfront-kind-questions = Questions and answers
# What a part is called.
shopfront-kind-contact = Contact
# Under the name of a part, in its editor.
shopfront-hint-cover = The first thing buyers see: your picture and one line about you.
# Under the name of a part, in its editor.
shopfront-hint-story = Who you are, where your trees stand, how you work. Each new line is a new paragraph.
# Under the name of a part, in its editor.
shopfront-hint-picture = One large picture with a line below it.
# Under the name of a part, in its editor.
shopfront-hint-gallery = Up to eight pictures side by side.
# Under the name of a part, in its editor.
shopfront-hint-people = Names and faces. Ask everybody before you show them.
# Under the name of a part, in its editor.
shopfront-hint-products = Choose a few, or a category; if you choose nothing, all of them are shown.
# Under the name of a part, in its editor.
shopfront-hint-season = If you write nothing, it shows the seasons of your products.
# Under the name of a part, in its editor.
shopfront-hint-notice = News for a time: choose the first and the last day, and it goes by itself.
# Under the name of a part, in its editor.
shopfront-hint-hours = Leave a day empty when you are closed.
# Under the name of a part, in its editor.
shopfront-hint-video = A link to a film of yours, for example in Douyin.
# Under the name of a part, in its editor.
shopfront-hint-certificates = What an office has attested, with a photo of the paper.
# Under the name of a part, in its editor.
shopfront-hint-questions = What buyers ask you again and again.
# Under the name of a part, in its editor.
shopfront-hint-contact = Where buyers find you elsewhere. Your phone number is on the cover already.

## Fields

# Field.
shopfront-field-picture = Picture
# Field.
shopfront-field-title = Heading
# Field.
shopfront-field-text = Text
# Field: what a picture shows, or what something is called.
shopfront-field-caption = What it is
# Field: of a person.
shopfront-field-name = Name
# Field: of a person.
shopfront-field-role = What they do
# Field: a kind of products.
shopfront-field-shelf = Kind
# Field.
shopfront-field-product = Product
# Field: first month of a season.
shopfront-field-ripe = Ripe from
# Field: last month of a season.
shopfront-field-over = Until
# Field: first day.
shopfront-field-from = First day
# Field: last day.
shopfront-field-until = Last day
# Field: time of day.
shopfront-field-opens = Opens
# Field: time of day.
shopfront-field-closes = Closes
# Field: why it is closed.
shopfront-field-reason = Why
# Field: an address on the web.
shopfront-field-link = Link
# Field: of a certificate.
shopfront-field-number = Number
# Field.
shopfront-field-question = Question
# Field.
shopfront-field-answer = Answer
# Field: a link to a map.
shopfront-field-map = Link to a map
# Heading of one of several things in a part. $number: which.
shopfront-item = No. { $number }
# Heading of closed days. $number: which.
shopfront-closure = Closed days { $number }
# Opens the pictures to choose from.
shopfront-picture-choose = Choose a picture
# Choice: no picture.
shopfront-picture-none = No picture
# A picture to choose, read aloud. $number: which.
shopfront-picture-number = Picture { $number }
# Heading of the form that sends a photo.
shopfront-picture-add = Add a photo
# Button in a part: saves it, then one sends a photo.
shopfront-picture-next = Save and add a photo
# Link: from the form that sends a photo back to the part.
shopfront-picture-back = Back to the part
# A photo that was just sent. $place: the place of the part that shows it.
shopfront-picture-placed = The photo is here, at its place: { $place }.
# The same, when no place shows it.
shopfront-picture-to-choose = The photo is here, among those you can choose. No place of this part shows it yet.
# Above the fields of a part that could not be saved.
shopfront-refused = What is named here was not saved; everything else is saved. Correct it and save again.
# First choice of a list: nothing.
shopfront-nothing-chosen = Nothing chosen
# A choice of a list: it was chosen, and buyers do not see it now. $name: what it is called.
shopfront-choice-away = { $name } (not shown at the moment)
# The same, where its name is not known.
shopfront-away = Something that is not shown at the moment
# Under a field, when buyers do not see what is written beside it.
shopfront-missing-time = Only one of the two times is written: buyers read that you are closed on this day.
# Under a field, when the two times beside each other are one.
shopfront-missing-same-time = It opens and closes at the same time, and buyers read it so. Correct one of the two.
# Under a field, when buyers do not see what is written beside it.
shopfront-missing-name = Without a name this person is not shown.
# Under a field, when buyers do not see what is written beside it.
shopfront-missing-season = Without a name and a first month this is not shown.
# Under a field, when buyers do not see what is written beside it.
shopfront-missing-pair = Buyers see a question only together with its answer.
# Under a field, when buyers do not see what is written beside it.
shopfront-missing-caption = Without a name this is not shown.
# Under a field, when buyers do not see what is written beside it.
shopfront-missing-picture = Without a picture this is not shown.
# Under a field, when buyers do not see what is written beside it.
shopfront-missing-first-day = Without a first day this is not shown.
# Under a field, when buyers do not see what is written beside it.
shopfront-missing-backwards = The last day is before the first one.
# Above what buyers see by half or not at all; each with a link to its field.
shopfront-missing = Buyers see this only by half or not at all:
# Beside a field that is missing.
shopfront-missing-empty = Nothing is written here yet: buyers do not see this part.
# Beside a field that is missing.
shopfront-missing-link = Without a link the film is not shown.
# Beside a field that is missing.
shopfront-missing-address = Buyers see only a link to a map. Write the address as well: not every phone opens the map.
# Beside a field: its link names only the other place, not the film or spot in it.
shopfront-missing-way = This link leads only to the first page there. Copy the link of your film or your place itself.
# Beside a field: its day is over.
shopfront-missing-over = This day is over: buyers do not see it any more.
# Beside a field: the chosen product is not for sale now.
shopfront-missing-away = This product is not for sale at the moment: buyers do not see it here.
# Beside a field: nothing of the chosen kind is for sale now.
shopfront-missing-shelf = You have nothing of this kind for sale: buyers do not see this part.
# Beside a field: nothing is for sale now.
shopfront-missing-goods = You have nothing for sale: buyers do not see this part.
# Beside a field of a part with products.
shopfront-missing-repeated = A part above shows all your products already, so buyers do not see this one. Choose some products or a kind here.
# What is wrong with a text. $most: how many characters it may have. $length: how many it has.
shopfront-too-long = This is too long: { $most } characters at the most, and it has { $length }. Please shorten it.

## The page in the studio

# Above the page.
shopfront-lead = This is your page. Press “Edit” at what you want to change.
# Above the list of parts whose texts are missing or outdated in some language.
shopfront-texts = Texts of the page to complete in other languages
# Button: buyers are to see the draft.
shopfront-publish = Show it to buyers
# After that.
shopfront-published = Buyers see this page now.
# Above the page.
shopfront-changed = Buyers do not see your changes yet.
# Opens the list of what was changed since buyers were shown the page; part by part, with who did it.
shopfront-changes = What changes for buyers
# Above the page.
shopfront-unchanged = Buyers see exactly this page.
# Above the page; the parts follow. What was typed there is on this device only.
shopfront-unsent = This phone still holds something you typed and that is not saved yet. Open the part, and it is saved:
# When somebody else changed the draft before it was shown to buyers.
shopfront-overtaken = Somebody else changed the page just now. Look at it again, then show it to buyers.
# When a part is moved that was moved or taken away by somebody else.
shopfront-moved = That part stands elsewhere by now, or is gone. This is the page as it is now: do it again if you still want to.
# Beside what buyers see of the shop page, while the Centre has suspended the cooperative.
shopfront-suspended = The Centre has suspended your cooperative. You can go on preparing the page; show it to buyers when you sell again.
# When something cannot be taken back.
shopfront-not-undone = This cannot be taken back any more: somebody has changed the same since. Nothing was changed.
# Button at a part.
shopfront-edit = Edit
# Button at a part.
shopfront-up = Up
# Button at a part.
shopfront-down = Down
# Button at a part.
shopfront-hide = Hide
# Button at a part.
shopfront-show = Show
# Button at a part.
shopfront-remove = Take away
# Link at a part: choose what comes below it.
shopfront-add-below = Add below
# What a button does, read aloud. $do: the button. $part: the part.
shopfront-do = { $do }: { $part }
# Badge at a part.
shopfront-hidden = Hidden from buyers
# Instead of a part with nothing in it.
shopfront-empty = Nothing is shown here yet.
# Above products that no part shows and that stand at the end by themselves.
shopfront-goods-last = Products that stand in no part are shown at the end by themselves.
# Opens the list of the parts’ names in their order.
shopfront-order = Order of the parts
# Above that list: how to move a part in it. “Up” and “Down” are buttons at the parts.
shopfront-order-hint = Hold a part by the dots and pull it to its new place. “Up” and “Down” at the part do the same.
# Where a part stands while it is pulled; its name stands before it. $all: how many parts there are. $place: its place among them.
shopfront-order-place = place { $place } of { $all }
# Under that list, when the new order could not be sent.
shopfront-order-offline = No network. The part is back where it was; move it again when there is one.
# Under that list, when the shop has too much to do.
shopfront-order-busy = The shop is very busy. The part is back where it was; move it again in a moment.
# Under that list, when the page is too old to send the new order.
shopfront-order-broken = This page is out of date, so the part is back where it was.
# Link under that: the page again, as others have left it.
shopfront-order-again = Show the page as it is now
# Above the page, when the draft is damaged.
shopfront-rebuilt = Your draft could not be read. Below stands the page that buyers see; go on from there. What you had written is still stored: tell the Centre if you need it.
# Heading over what may be added.
shopfront-add-title = Add a part
# Button beside what may be added.
shopfront-add = Add
# After a part was added.
shopfront-added = The part is there. Write in it now.
# After a part was moved, hidden or coloured.
shopfront-done = Done.
# After a part was taken away.
shopfront-removed = Taken away. “Undo my last change” brings it back.
# Button: take back what one did last.
shopfront-undo = Undo my last change
# The same button, where the last change cannot be taken back but an earlier one can.
shopfront-undo-earlier = Undo an earlier change of mine
# Below the button. $step: what the reader did last.
shopfront-undo-overwritten = What you did last (“{ $step }”) cannot be taken back any more: somebody has changed the same since.
# After that, when there is nothing else of the reader’s to take back.
shopfront-undo-nothing = There is nothing else of yours to undo.
# After that.
shopfront-undone = Taken back.
# Heading over the colors.
shopfront-theme-title = Color
# A color.
shopfront-theme-turquoise = Turquoise
# A color.
shopfront-theme-apricot = Apricot
# A color.
shopfront-theme-pomegranate = Pomegranate
# A color.
shopfront-theme-leaf = Leaf green
# A color.
shopfront-theme-plum = Plum
# Link: from a part to the page.
shopfront-block-back = Back to the page
# Heading over the part as buyers see it.
shopfront-block-preview = This is how buyers see it
# After a part was saved.
shopfront-saved = Saved. Buyers see it once you show the page to them.
# When some fields could not be saved.
shopfront-saved-rest = The other fields are saved.
# When somebody else changed the same field.
shopfront-conflict = Somebody else changed this, too. What you typed is still here.
# Under that, without a script.
shopfront-conflict-again = Choose at the field which of the two is to stand, then save.
# Button.
shopfront-keep-mine = Keep mine
# Button.
shopfront-take-theirs = Take theirs
# After saving. $field: name of the field.
shopfront-cleaned-markup = Formatting of another page was taken out of “{ $field }”. All words are there.
# After saving. $field: name of the field. $words: some words as they are now.
shopfront-cleaned-words = In “{ $field }” some letters are now written the Uyghur way: { $words }
# After saving. $field: name of the field. $link: the address.
shopfront-cleaned-link = Of what you pasted into “{ $field }” only the link was kept: { $link }
# After saving. $field: name of the field. $link: the address.
shopfront-cleaned-secure = The link in “{ $field }” begins with https:// now: { $link }
# Beside the form, while it saves by itself.
shopfront-auto-sending = Saving…
# Beside the form.
shopfront-auto-saved = Saved
# Beside the form, without a network.
shopfront-auto-offline = No network. What you typed is on this phone and is saved as soon as there is one.
# Beside the form, when the shop has too much to do.
shopfront-auto-busy = The shop is very busy. What you typed is on this phone and is saved in a moment.
# Beside the form, when the session ended or the part was taken away; the link follows.
shopfront-auto-over = This cannot be saved from here any more: you were signed out, or somebody took this part away. What you typed is on this phone.
# Link under that: to this part; whoever is signed out signs in first.
shopfront-auto-reopen = Open this part again
# Beside the form, when it cannot be saved by itself.
shopfront-auto-by-form = It does not save by itself now. Press “Save”.
# Beside the form, when what was typed an earlier time is back.
shopfront-auto-restored = What you had typed is back and is being saved.

## History

# Link and title.
shopfront-history = History
# Heading: what buyers saw.
shopfront-history-published = Shown to buyers
# When nothing was published yet.
shopfront-history-none = Nothing yet. Until then buyers see a page made of your line and your story.
# Heading: what was done with the draft.
shopfront-history-edits = What was changed
# Who did it.
shopfront-history-centre = The Centre, for you
# Badge: it was taken back.
shopfront-history-undone = taken back
# Button at a line.
shopfront-history-undo = Take back
# Link at a line.
shopfront-history-compare = Look and compare
# Title. $time: when it was shown to buyers.
shopfront-revision-title = The page of { $time }
# Button.
shopfront-restore = Bring this page back
# Above the button.
shopfront-restore-hint = Your draft becomes this page. Buyers see it when you show it to them, and you can undo it.
# After that.
shopfront-restored = The page is back. Look at it, then show it to buyers.
# When there is no difference.
shopfront-same = It is the same as your page now.
# Instead of a comparison, when a later version of the shop wrote the page, or it is damaged.
shopfront-revision-unreadable = This page cannot be read here, so it cannot be shown or brought back. Your draft and what buyers see are as they were. If you need it, tell the Centre.
# Before an older text.
shopfront-then = Then
# Before the text as it is.
shopfront-now = Now
# Where no text stands.
shopfront-nothing = (nothing)
# A line of the history. $part: the part.
shopfront-step-write = Written: { $part }
# A line of the history. $part: the part.
shopfront-step-add = New: { $part }
# A line of the history. $part: the part.
shopfront-step-remove = Taken away: { $part }
# A line of the history.
shopfront-step-move = Another order
# A line of what was changed. $part: the part.
shopfront-step-moved = Moved: { $part }
# A line of the history. $part: the part.
shopfront-step-hide = Hidden: { $part }
# A line of the history. $part: the part.
shopfront-step-show = Shown: { $part }
# A line of the history.
shopfront-step-theme = Another color
# A line of the history.
shopfront-step-replace = An older page was brought back
# A line of the history. $step: the line that was taken back.
shopfront-step-undo = Taken back: { $step }
# Name of a part that is not there any more.
shopfront-part-gone = a part that is gone

## Sharing

# Link and title.
shopfront-share = Share
# Above link and code.
shopfront-share-lead = Send this link, or print the code: whoever scans it comes to your page.
# Field: the address.
shopfront-share-link = Link to your page
# The drawing, read aloud.

## Photos in pieces, and cropped

shopfront-picture-where = Where the photo goes
shopfront-picture-where-hint = What stands there now is replaced; you can take that back on the page.
shopfront-picture-nowhere = Nowhere yet, only to choose from
shopfront-picture-crop = Save and crop a photo
# $name: the place of the photo in its part.
shopfront-picture-crop-named = Save and crop: { $name }
