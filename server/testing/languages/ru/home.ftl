# Russian, a fixture of the tests. What it lacks is said in its fallback.

home-hero-title = Из сада к вашему столу
home-hero-button = Посмотреть товары
home-season-title = Сейчас сезон
home-popular-title = Что покупают чаще всего
home-all-products = Смотреть все
