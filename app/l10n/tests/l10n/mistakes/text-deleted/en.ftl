shop-title = Welcome to the market
# $name: who it is.
shop-hello = Hello { $name }
