shop-title = Welcome to the market
