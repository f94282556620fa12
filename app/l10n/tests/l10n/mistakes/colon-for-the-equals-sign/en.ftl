shop-title = Welcome to the market
shop-open = Open
