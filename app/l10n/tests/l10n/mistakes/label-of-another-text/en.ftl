shop-title = Welcome to the market
shop-more = Welcome
