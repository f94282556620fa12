### Search results.

# Title. $query: what was typed.
search-title = “{ $query }”
# $count: how many products were found.
search-count = { $count ->
    [one] { $count } product found
   *[other] { $count } products found
}
# Instead of the count, when as many were found as are looked for. $count: how many that is.
search-count-more = { $count } products or more found
# When nothing was typed yet.
search-prompt = Type what you would like to eat, or look through the shelves.
# $query: what was typed.
search-empty-title = Nothing found for “{ $query }”
search-empty-text = Try a shorter or another word: Uyghur, Chinese and Spanish all work.
# Button.
search-empty-all = See all products
# Instead of the text above, when the search was narrowed by filters.
search-empty-filtered = Nothing with these filters. Without them there may be something.
# Title above products that many buy.
search-empty-popular = Popular now
# Link to the page with the Centre’s telephone.
search-empty-ask = Ask the Centre
# Before a link with other words: those that the shown products were found by, as nothing is called what was typed.
search-corrected = Nothing is called exactly that. Did you mean:
# Above products of which none has all of the words.
search-partial = Nothing has all of these words. These come nearest.
# The order of what was found: the best first.
search-sort-best = Best match

## What many searched for and did not find: for cooperatives and the Centre

# Title of the page and of the part of it.
search-missed-title = Searched for and not found
# Under the title.
search-missed-lead = About five people or more, from different places, searched for each of these within 30 days, and nothing was found. Who searched is not stored.
# Beside what was searched for. $count: about how many people, always five or more.
search-missed-people = about { $count } people
# Instead of the list.
search-missed-none = Nothing that many people searched for is missing.
# Field beside what was searched for: names of goods it is to find from now on.
search-missed-finds = It should find
# Button after that field.
search-missed-add = Add to the search words

## Suggestions, and what is found besides products

# Read out: what the list under the search field is called.
search-suggestions = Suggestions
# Read out when it is there. $count: how many there are.
search-suggestions-count = { $count ->
    [one] { $count } suggestion
   *[other] { $count } suggestions
}
# Read out: the list above the products found.
search-places = Categories, cooperatives and stations
# What a row is: a category of products.
search-kind-category = Category
# What a row is: a cooperative.
search-kind-cooperative = Cooperative
