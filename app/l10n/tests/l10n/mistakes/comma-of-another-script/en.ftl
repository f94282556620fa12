# $count: how many.
shop-items = Items: { NUMBER($count, useGrouping: "false") }
