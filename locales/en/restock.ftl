### Being told when a product that is sold out can be bought again.

# Link on the page of a product that is sold out, and the title of the page it leads to.
restock-link = Tell me when it is back
restock-phone-hint = The message goes to this number.
restock-text = You get one message, once it can be bought again. If little comes, about three people are told for each one that is there, those who asked first before all others; then it goes to whoever buys first. The number is used for nothing else, and deleted a day after the message, or after 180 days.
# Button.
restock-ask = Tell me
restock-asked = Noted. This number gets one message when it can be bought again, unless its owner has ended such messages.
restock-there = It can be bought now.
restock-product = Back to the product
# Beside the field of the number, here, where one asks about a product, and where one applies: its callers pay extra, or the like.
restock-never = The shop sends no messages to numbers like this one.
# Beside the field.
restock-most = This number already waits for as many products as it may. Once one of them is back, you can ask again.
# Title of the page that the message’s link opens.
restock-told-title = It is back
restock-told-gone = The shop does not show it at the moment.
restock-stop-text = You, or somebody who typed your number, asked to be told. You can end these messages for your number, whoever asks for them.
# Button.
restock-stop = No more of these messages
restock-stopped = This number gets no more of these messages.
# Button.
restock-allow = Allow these messages again
