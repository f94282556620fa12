### What the Centre sets for the whole district: stations, categories, search words.

# Name of the second menu, read aloud.
district-nav = What the Centre sets
# First entry of that menu: account, freight, notices.
district-nav-general = General
# At the top, after saving.
district-saved = Saved. The shop shows it now.
# At the top, when it could not be saved.
district-conflict = Somebody else changed this in the meantime; nothing was saved. What you typed is still here: look at what is saved now, then save yours again if you want it.
# Link under it; opens a second window.
district-conflict-look = See what is saved now
# Above the fields that differ.
district-conflict-saved = What is saved now, where yours is another:
# Above names in several languages.
district-languages-hint = One language is enough. Where one is missing, another is shown.
# First entry of a list, before anything is chosen.
district-choose = Please choose

# Title of the page; menu.
district-stations-title = Stations
# Field with the two below.
district-stations-state = Open or closed
# First entry of that list.
district-stations-state-all = All
# Badge.
district-stations-open = Open
# Badge.
district-stations-closed = Closed
# Link to the list.
district-stations-back = All stations
# Button; title of the page.
district-station-new = New station
# Field.
district-station-code = Number on the sign
# Under the field.
district-station-code-hint = Letters and digits, such as B209. It cannot be changed later.
# Under the field, when it is wrong.
district-station-code-wrong = This takes up to 8 Latin letters and digits, such as B209.
# Under the field, when it is wrong.
district-station-code-taken = Another station has this number. Choose another one.
# Field.
district-station-name = Name
# Field.
district-station-address = How to find it
# Field.
district-station-phone = Telephone
# Under the field, when it is wrong.
district-station-phone-wrong = Write a telephone number, such as 0998-5551930. It has 5 to 15 digits.
# Over the days of the week.
district-station-hours = Opening hours
# Under it.
district-station-hours-hint = Such as 09:30–13:00, 15:00–19:30. Leave a day empty when it is closed.
# Under a day, when it is wrong.
district-station-hours-wrong = Write from when until when, such as 09:30–18:30; at most three times a day, one after the other.
# Button.
district-station-add = Add station
# At the top, after it.
district-station-added = The station is there, and orders can be sent to it.
# Heading and button.
district-station-close = Close this station
# Under the heading.
district-station-close-text = Buyers can no longer choose it. What is on its way or lies there is handed out as before.
# At the top, after it.
district-station-close-done = The station is closed. No new orders are sent there.
# Heading and button.
district-station-open = Open this station again
# Under the heading.
district-station-open-text = Buyers can choose it again at once.
# At the top, after it.
district-station-open-done = The station is open again.
# $count: orders that are not over and go there.
district-station-orders = Orders under way to it: { $count }

# Title of the page; menu.
district-categories-title = Categories
# At the top.
district-categories-lead = Buyers see them in this order.
# Heading over those that buyers do not see.
district-categories-hidden = Hidden
# Link to the list.
district-categories-back = All categories
# Beside a category. $count: products in it, drafts too.
district-category-goods = products: { $count }
# Button.
district-category-up = Up
# The same, read aloud. $name: the category.
district-category-up-label = Move { $name } up
# Button.
district-category-down = Down
# The same, read aloud. $name: the category.
district-category-down-label = Move { $name } down
# At the top, after it.
district-category-moved = The new order is saved.
# Button; title of the page.
district-category-new = New category
# Field.
district-category-name = Name
# Field.
district-category-slug = Word in the address of its page
# Under the field.
district-category-slug-hint = Small Latin letters, digits and -, such as dried-fruit. It cannot be changed later.
# Under the field, when it is wrong.
district-category-slug-wrong = This takes a–z and 0–9, with - only between them, and no word of the shop’s own addresses such as new, shops or zh.
# Under the field, when it is wrong.
district-category-slug-taken = Another category has this word. Choose another one.
# Field: a list of categories.
district-category-picture = Picture
# Under the field.
district-category-picture-hint = It gets the same picture as the category you choose.
# Button.
district-category-add = Add category
# At the top, after it.
district-category-added = The category is there, behind the others.
# Heading and button.
district-category-move = Move its goods
# Under the heading.
district-category-move-text = All that is in it, drafts too, goes into another category.
# Field: a list of categories.
district-category-move-to = Into which category
# At the top, after it.
district-category-move-done = The goods are in the other category now.
# Heading and button.
district-category-hide = Hide this category
# Under the heading, when nothing is in it.
district-category-hide-text = Nothing is in it. Buyers will not see it any more.
# Under the heading, when something is in it.
district-category-hide-full = Goods are in it. Move them into another category first.
# At the top, after it.
district-category-hide-done = The category is hidden.
# Heading and button.
district-category-show = Show this category again
# Under the heading.
district-category-show-text = It comes behind the others.
# At the top, after it.
district-category-show-done = Buyers see the category again.

# Title of the page; menu.
district-words-title = Search words
# At the top.
district-words-lead = Each line helps people who use another word than the shop does. Whoever searches for one word of a line also finds what is called by the others.
# Field.
district-words-new = New line
# Under the field.
district-words-hint = With commas between the words: badam, بادام, 巴旦木, almendra
# Label of a line.
district-words-line = Words of the line
# Field under it; may stay empty.
district-words-finds = Also finds
# Under that field. Shows that it is not mutual.
district-words-finds-hint = For needs: whoever searches for the words above also finds goods with one of these in their name, category or description, but not the other way round. For “nuts”: badam, 核桃
# Button.
district-words-add = Add line
# Button.
district-words-remove = Remove
# Field to look for a line.
district-words-find = Find a word
# Instead of the lines.
district-words-none = There is no such line.
# Under a line that is wrong.
district-words-too-few = Write at least two different words, with a comma between them, or fill in what one word also finds.
# Under a line that is wrong. $most: how many fit.
district-words-too-many = A line has { $most } words at the most. Make a second line of the rest.
# At the top, after it.
district-words-added = The line is there. Searches use it at once.
# At the top, after it.
district-words-removed = The line is removed.
