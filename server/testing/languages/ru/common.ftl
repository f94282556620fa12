# Russian, a fixture of the tests. What it lacks is said in its fallback.

site-name = Базар
site-tagline = Орехи, мёд и фрукты прямо от тех, кто их растит
nav-home = Главная
nav-products = Товары
nav-cooperatives = Кооперативы
nav-stations = Пункты выдачи
nav-search = Поиск
nav-cart = Корзина
nav-cart-count = { $count ->
    [one] Корзина, { $count } товар
    [few] Корзина, { $count } товара
   *[many] Корзина, { $count } товаров
}
nav-about = О Базаре
nav-language = Язык
nav-main = Главное меню
nav-skip-content = К содержанию
button-add-to-cart = В корзину
button-checkout = Оформить заказ
button-close = Закрыть
button-save = Сохранить
button-search = Найти
button-previous-page = Предыдущая страница
button-next-page = Следующая страница
button-try-again = Попробовать ещё раз
page-position = Страница { $page } из { $pages }
error-title = Не получилось
