shop-title = Welcome to the market
    .label = Of the week
