### Returns and damage: what is promised, what a buyer reports, what is answered.

# Title of the page, link to it, and a part of the settings.
returns-title = Returns and damage
# Under the title.
returns-lead = What the district’s cooperatives and the e-commerce centre promise when something is not right.
# On a product's page, under delivery. $hours: hours after the goods were handed over.
returns-product = Arrives damaged? Tell us within { $hours } hours: money back or a new parcel.
# The same place, for what cannot be sent back unopened.
returns-product-never = It is not taken back for a change of mind.
# The same place, for packaged goods. $days: days after they were handed over.
returns-product-packaged = A closed pack can be sent back within { $days } days.
# On the page: heading.
returns-damage-title = It arrives damaged, spoiled or wrong
# Under it. $hours: hours.
returns-damage-when = Tell us within { $hours } hours after you got the goods. This holds for all goods, fresh ones too.
# Under that. The button is `returns-order-title`.
returns-damage-how = Open your order, press “Something is wrong with the goods”, choose what it is and say it in a few words. You need no account.
# Under that.
returns-damage-photo = Keep the goods until the cooperative has answered. When you have sent your report, you can add up to three photos to it. If the cooperative wants to know more, it asks on your order’s page.
# Under that.
returns-damage-what = The cooperative gives the money back, for a part or for all of it, or sends it once more. This costs you nothing.
# On the page: heading.
returns-fresh-title = Fresh and opened food
# Under it.
returns-fresh-text = Fresh and opened food cannot be sent back for a change of mind. What arrives spoiled is always made good.
# On the page: heading.
returns-packaged-title = You changed your mind
# Under it. $days: days.
returns-packaged-text = Packaged dry goods can be sent back within { $days } days after you got them, if the pack is closed. Write it in your order first: the cooperative tells you where to send them.
# The same, where the Centre allows none.
returns-packaged-never = Goods are not taken back for a change of mind.
# Under it.
returns-way-buyer = You pay the way back. Once the goods are there, their price comes back to you, without the first freight.
# Under it.
returns-way-cooperative = The cooperative pays the way back. Once the goods are there, their price comes back to you, without the first freight.
# Under that.
returns-which = Each product’s page says which of the two it is. An order keeps what held on the day you ordered.
# On the page: heading.
returns-money-title = How the money comes back
# Under it.
returns-money-text = The cooperative says how much. The e-commerce centre sends it, and your order’s page shows when it was sent.
# Under that, and on an order’s page while money comes back.
returns-money-cash = If you paid in cash, call the e-commerce centre: it agrees with you whether the money comes in cash or to an account of yours.
# On the page: heading.
returns-centre-title = If nobody answers
# Under it; telephones follow. $hours: hours.
returns-centre-text = What a cooperative has not answered after { $hours } hours is seen by the e-commerce centre. You can also call it.
# What is wrong with goods: a choice in the buyer's form, and in lists.
returns-kind-damaged = Damaged
returns-kind-spoiled = Spoiled
returns-kind-missing = Missing
returns-kind-wrong = Not what was ordered
returns-kind-other = Something else
returns-kind-unwanted = I do not want it any more, the pack is closed
# On an order's page: opens the form. The rules name it, too.
returns-order-title = Something is wrong with the goods
# On an order's page, before it came. $hours: hours.
returns-order-before = If something is wrong when it comes, tell us here within { $hours } hours.
# On an order's page, after it came. $time: day and time.
returns-order-until = If something is wrong, tell us here until { $time }.
# The same for what can be sent back unopened. $time: day and time.
returns-order-return-until = Packaged goods can be sent back unopened until { $time }.
# Label in the form.
returns-form-line = Which goods?
# Label in the form.
returns-form-kind = What is wrong?
# First line of both lists.
returns-form-choose = Choose
# Label in the form.
returns-form-text = Say it in a few words
# Under that.
returns-form-hint = How much of it, and how it looks. The cooperative answers here, on this page.
# Button.
returns-form-send = Tell the cooperative
# Beside the list of what is wrong, when it cannot be reported.
returns-form-too-late = This cannot be reported of these goods, or not any more. What you typed is still here: send it as a message below.
# Over the form for a photo, with a report that nobody has answered.
returns-photos-text = Up to three photos of the goods and the packing. Only you, the cooperative and the Centre see them.
# What a photo with a report is called when it is read aloud. $number: which one, from 1.
returns-photo = Photo { $number } of the goods
# When a photo is added or taken away after the cooperative has answered.
returns-photos-over = The cooperative has answered. The photos cannot be changed any more.
# Notice on the order's page.
returns-sent = The cooperative knows. It answers here, on this page.
# Heading over what was reported of an order.
returns-reports = What was reported
# Beside a report.
returns-open = Not answered yet
# Beside a report. $amount: money.
returns-refunded = { $amount } comes back
# On an order’s page, under its money. $amount: money.
returns-kept = { $amount } of what the cooperative gives back is not sent to you: it pays for what you had not paid yet of this order.
# On an order’s page, under what to do now. $amount: what comes back of the whole order.
returns-next-back = The cooperative gives money back: { $amount } comes to you.
# Beside a report.
returns-replaced = It is sent once more
# The same, once it has left. How much follows.
returns-replaced-left = Sent once more
# Beside a report.
returns-declined = Not accepted; why stands in the messages
# Page of a cooperative's work area.
returns-studio-title = Damage reported by buyers
# Nothing on that page.
returns-studio-none = Nobody waits for an answer.
# On the first page of the work area, after a number.
returns-studio-stat = orders with damage reports to answer
# Beside an order in a list.
returns-studio-badge = Something is wrong
# On an order’s page, as its next step: leads to the answers.
returns-studio-next = Answer what the buyer reported
# Heading over goods that are packed once more; also beside an order in a list.
returns-studio-again = To be sent once more
# On the first page of the work area, after a number.
returns-studio-again-stat = orders to send once more
# Button: what is sent once more was given to the carrier.
returns-again-left = Handed over: it is on its way
# Notice after it.
returns-again-done = Noted: it is on its way once more, and the buyer is told.
# Opens the form, and its button.
returns-settle-refund = Give money back
# In that form.
returns-settle-refund-text = The e-commerce centre sends it to the buyer. The order costs less from then on, and you get less for it.
# Label in that form.
returns-settle-amount = How much comes back (yuan)
# Under that. $most: money.
returns-settle-most = At most { $most }: what these goods cost.
# Opens the form, and its button.
returns-settle-replace = Send it once more
# In that form.
returns-settle-replace-text = So much is taken off your stock, and stands on the packing list until it has left. Write when it comes and who brings it.
# Under the field for how much is sent once more. $most: pieces, kg …
returns-settle-again-most = At most { $most }: what was sent.
# Opens the form, and its button.
returns-settle-decline = Do not accept
# In that form.
returns-settle-decline-text = Say why. The buyer can ask the e-commerce centre.
# Label in each of these forms.
returns-settle-text = What the buyer reads
# Notice after it.
returns-settle-done = Your answer is sent.
# Above what another member answered, when one answers after them.
returns-settle-overtaken = Another member has answered this meanwhile:
# Above what was typed then, which is not sent.
returns-settle-typed = What you wrote was not sent:
# Page of the Centre, and its entry in the menu.
returns-late-title = Damage not answered
# On that page. $hours: hours.
returns-late-lead = Buyers reported this more than { $hours } hours ago, and the cooperative has not answered. Call it, or answer in its name.
# On that page, when there is none.
returns-late-none = Every report was answered in time.
# On that page, when there are more. $count: how many are shown.
returns-late-more = These are the { $count } that have waited longest.
# Under the heading in the settings.
returns-settings-text = This stands on every product’s page. An order keeps what held when it was placed.
# Label in the settings.
returns-settings-hours = Hours in which damage can be reported
# Label in the settings.
returns-settings-days = Days in which packaged goods can be sent back; 0 for never
# Under such a field, and when what was typed does not fit. $least, $most: numbers.
returns-settings-bounds = A whole number from { $least } to { $most }.
# Label in the settings.
returns-settings-way = Who pays the way back?
# A choice there.
returns-settings-way-buyer = The buyer
# A choice there.
returns-settings-way-cooperative = The cooperative
# In the history of the settings. $hours, $days: numbers.
returns-settings-line = Report { $hours } h, send back { $days } days
# Label in the form of a category.
returns-class = Can its goods be sent back?
# A choice there.
returns-class-fresh = No: some of it is fresh
# A choice there.
returns-class-packaged = Yes, closed packs
