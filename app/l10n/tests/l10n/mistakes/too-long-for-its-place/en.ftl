# On a button. max: 8
shop-title = Market
