shop-open = Open
shop-closed = Closed
shop-welcome = Welcome to the market
shop-today = Today
shop-tomorrow = Tomorrow
shop-thanks = Thank you
