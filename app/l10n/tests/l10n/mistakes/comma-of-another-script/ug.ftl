shop-items = مال: { NUMBER($count، useGrouping: "false") }
