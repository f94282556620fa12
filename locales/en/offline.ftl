### Bad connections and shared phones: pages without a network, what waits to be sent, saving data, forgetting one's orders.

## A page that was opened before, shown without a network. One of the first four and one of the two after stand in one line

# In front of one of the two texts below.
offline-saved-now = Saved a moment ago
# $minutes: how old the copy is.
offline-saved-minutes = { $minutes ->
    [one] Saved { $minutes } minute ago
   *[other] Saved { $minutes } minutes ago
}
# $hours: how old the copy is.
offline-saved-hours = { $hours ->
    [one] Saved { $hours } hour ago
   *[other] Saved { $hours } hours ago
}
# $days: how old the copy is.
offline-saved-days = { $days ->
    [one] Saved { $days } day ago
   *[other] Saved { $days } days ago
}
# Behind the age, in the same line.
offline-away = no connection
# Behind the age, in the same line.
offline-slow = slow connection

## The page in place of one that cannot be opened

# Title.
offline-title = No connection
# Under the title.
offline-text = This page cannot be opened without a network. Try again when the network is back.
# Heading over a list of pages.
offline-seen = You can open these without a network
# After a form was sent without a network.
offline-unsent = What you sent has not arrived. Go back to it: what you typed is still there.
# After the form that forgets was sent without a network.
offline-unforgotten = Nothing was forgotten, because there is no network. Your orders and details are still on this phone: try again when the network is back, before somebody else uses it.

## What waits on the phone to be sent

# Title of the page, and heading.
offline-waiting-title = Waiting to be sent
# When nothing waits.
offline-waiting-nothing = Nothing waits on this phone.
# A line at the top of a page; a link follows.
offline-waits = Something on this phone waits for the network.
# The link behind that line and some others.
offline-see = See it
# Beside a line of the cart, and as a short message.
offline-cart-waits = No network: this waits on your phone and is sent as soon as there is one.
# On the page of what waits.
offline-cart-kept = Changes of your cart will be sent as soon as the network is back.
# On the page of what waits, and as a line; a link follows.
offline-cart-refused = A change of your cart could not be made. Look at your cart.
# On the page of what waits.
offline-order-waits = Your order will be sent as soon as the network is back. It is kept on this phone, and you may close the page.
# On the page of what waits, and as a line; a link follows.
offline-order-asks = Your order has not been sent, because something has changed since. Look at what it costs now.
# Button under that.
offline-order-look = See what has changed
# On the page of what waits, and as a line; a link follows.
offline-order-sent = Your order was sent.
# On the page of what waits, after pressing “give the order up” too late; its code and a link follow.
offline-order-late = It is too late to give this order up here: it was sent already. You can cancel it on its page.
# The link behind that.
offline-order-see = See your order
# Button.
offline-send = Send now
# Opens what giving up means, with a button.
offline-drop = Do not send
# Under it: what giving up means. A button follows.
offline-drop-ask = If you give this order up, this phone does not send it any more.
# That button.
offline-drop-sure = Give the order up

## Saving data, in the footer

# Button: pages come without extras and with small pictures from now on.
offline-saving-start = Save data
# Button: pages come with everything again.
offline-saving-stop = Stop saving data
# Beside that button.
offline-saving-on = Data is being saved: small pictures, nothing extra.

## One's own orders on this phone

# Title of the page with the orders of this phone, and a link.
offline-orders-title = My orders on this phone
# Under the icon in the bar at the bottom of a phone: one short word for one's orders.
offline-orders-short = Orders
# Heading over the form that finds another order.
offline-orders-other = Find another order
# Button: the list is emptied, and what one typed is gone from this phone.
offline-forget = Forget my orders and my details on this phone
# Under the button.
offline-forget-text = The cart, your favourites, unsent orders and what you typed go too. Your orders themselves stay as they are; with the code and your number you find them again.
# At the top, where a station's people are signed in.
offline-forget-station = This phone belongs to a station, and others use it as well. When you are done, let it forget you.
# At the top, after the button.
offline-forgotten = This phone has forgotten your orders and your details.

## Ordering the same again

# Button on the page of an order.
offline-again = Order the same again
# On the page of the cart, afterwards.
offline-again-done = What you ordered then is in your cart, at today's prices.
# On the page of the cart, over a list of names.
offline-again-missing = These could not be added, or not as much as then:
