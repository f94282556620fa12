### Cooperatives: all of them, and one's shop page.

shops-list-title = Cooperatives
shops-list-lead = Families who farm together and sell here themselves.
# Button beside the list of townships: shows the cooperatives of the one chosen.
shops-list-show = Show
# Above the list. $count: how many cooperatives fit.
shops-list-count = { $count ->
    [one] { $count } cooperative
   *[other] { $count } cooperatives
}
# Under a cooperative's name. $count: how many products it sells.
shops-card-products = { $count ->
    [one] { $count } product
   *[other] { $count } products
}
shops-fact-township = Township
# Year.
shops-fact-founded = Founded
# How many families are in it.
shops-fact-families = Families
shops-fact-phone = Phone
shops-story-title = Their story
shops-products-title = What they sell
# Heading over the products that stand nowhere else on the page of a cooperative, at its end.
shops-products-others = What else they sell
# Link below the first products of a cooperative: to the list of all.
shops-products-all = See all their products
# Link below the first products of one kind: to the list of all of this kind.
shops-products-all-kind = See all of this kind

# At the top of a cooperative's page while the Centre has suspended it.
shops-suspended = This cooperative sells nothing at the moment. What was already ordered from it will still be sent.
