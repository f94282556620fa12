-brand = Altun
shop-title = Welcome to { -brand }
