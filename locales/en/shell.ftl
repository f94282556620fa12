### What stands round every page: header, bottom bar, footer, and the pages that say something went wrong.

## Header and bottom bar

# Inside the empty search field.
shell-search-hint = Almonds, honey, dates…
# Under an icon in the bar at the bottom of a phone: one short word for all products. max: 12
shell-products-short = Products
# Under an icon in the bar at the bottom of a phone: one short word for cooperatives. max: 12
shell-cooperatives-short = Growers
# Under an icon in the bar at the bottom of a phone: one short word for pickup stations. max: 12
shell-stations-short = Stations
# Under an icon in the bar at the bottom of a phone: one short word for the cart. max: 12
shell-cart-short = Cart

## Footer

# Link to the page where a buyer looks up an order by its code.
shell-footer-order = Find my order
# Link to the sign-in of cooperatives and staff; shoppers need none.
shell-footer-sign-in = Sign in for sellers

## Pages that say something went wrong; the text under these titles is in common.ftl

shell-error-missing-title = We looked everywhere
shell-error-busy-title = One moment, please
shell-error-internal-title = That was our mistake
shell-error-changed-title = Something has changed
# Under «page not found», for somebody at work whose form was for something that another person has taken away.
shell-error-kept = Perhaps somebody has just taken it away. What you wrote is kept on this page: when it is back, send it again from here.
# After a form that was too large to be read: what was written is still in the browser.
shell-error-back = Your browser’s Back button leads to the form again; most browsers still show there what you wrote. Copy it before you shorten it.
# Button or link.
shell-cart-see = Look at the cart
# Button.
shell-error-products = See all products
