# Russian, a fixture of the tests. What it lacks is said in its fallback.

shell-search-hint = Миндаль, мёд, финики…
shell-products-short = Товары
shell-cooperatives-short = Кооперативы
shell-stations-short = Пункты
shell-cart-short = Корзина
shell-footer-order = Найти мой заказ
