### Favourites, and products seen last on this phone.

# Title of the page, and the link to it.
favourites-title = Favourites
# Read aloud for the heart over a product’s picture.
favourites-keep = Add to favourites
# Read aloud for the heart on a product in a list. $name: the product.
favourites-keep-named = Add to favourites: { $name }
# The same, when the heart is filled.
favourites-take-off = Remove from favourites
# Read aloud for the button under a product of the list. $name: the product.
favourites-take-off-named = Remove from favourites: { $name }
# That button.
favourites-off = Remove
favourites-taken-off = Removed from your favourites.
favourites-lead = This browser remembers them without an account, for a year after you last added one.
favourites-empty = Nothing here yet. Press the heart on a product’s picture, and you find it again here, without an account.
# Badge under a product. $price: what it cost when it was put on the list.
favourites-was = Cheaper now: it was { $price }
# Heading over products of the list that the shop does not show.
favourites-gone = Not in the shop now
favourites-gone-text = They stay on your list, and stand among the others again once they are sold.
# $most: how many it holds.
favourites-full = Your list has { $most } products, as many as it holds. Remove one you do not need, then add this one.
# Heading over products that somebody looked at on this phone.
favourites-seen = Recently seen
# Button under it.
favourites-seen-forget = Clear this list
