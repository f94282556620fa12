shop-title = Save it as CSV
