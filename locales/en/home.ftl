### The first page.

## The top of the page

home-hero-title = From the orchard to your table
home-hero-text = Almonds, walnuts, dates and honey, packed and sold by the families that grow them.
# Button.
home-hero-button = See what there is

## Shelves

home-season-title = In season now
home-popular-title = What people buy most
# Link beside a title.
home-all-products = See all

## How it works, in three steps

home-how-title = How it works
home-how-choose = Choose
home-how-choose-text = Buy from several cooperatives at once and pay one sum.
home-how-order = Order
home-how-order-text = Your name and phone number are enough. No account, no app.
home-how-receive = Receive
home-how-receive-text = Delivered to your door, or collect and pay in cash at a station near you.
# Link to the help page.
home-how-more = More about ordering and paying

## Cooperatives and stations

home-cooperatives-title = Who you buy from
# Link beside a title.
home-cooperatives-all = See all
# $count: number of pickup stations.
home-stations-title = { $count } pickup stations in the villages
home-stations-text = Order there, pay in cash, collect your parcel: someone will help you.
# Button.
home-stations-button = Find a station
