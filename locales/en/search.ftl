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

## What many searched for and did not find: for cooperatives and the Centre

# Title of the page and of the part of it.
search-missed-title = Searched for and not found
# Under the title.
search-missed-lead = About five people or more, from different places, searched for each of these within 30 days, and nothing was found. Who searched is not stored.
# Beside what was searched for. $count: about how many people, always five or more.
search-missed-people = about { $count } people
# Instead of the list.
search-missed-none = Nothing that many people searched for is missing.
