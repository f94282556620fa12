# Russian, a fixture of the tests. What it lacks is said in its fallback.

cart-title = Корзина
cart-added = Товар в корзине.
cart-empty-title = Корзина пуста
cart-remove = Убрать
cart-update = Обновить количество
cart-summary = Итог
cart-goods = Товары
cart-continue = Продолжить покупки
