shop-title = Pay within 15 minutes
