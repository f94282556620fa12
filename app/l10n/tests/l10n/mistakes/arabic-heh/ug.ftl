shop-title = هسەل
