# $name: who it is.
shop-hello = Hello { $name }
