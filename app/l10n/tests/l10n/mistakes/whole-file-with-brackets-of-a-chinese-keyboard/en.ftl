# $name: who it is.
shop-open = Open: { $name }
# $name: who it is.
shop-closed = Closed: { $name }
# $name: who it is.
shop-welcome = Welcome to the market: { $name }
# $name: who it is.
shop-today = Today: { $name }
# $name: who it is.
shop-tomorrow = Tomorrow: { $name }
# $name: who it is.
shop-thanks = Thank you: { $name }
