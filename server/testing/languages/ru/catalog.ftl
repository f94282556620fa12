# Russian, a fixture of the tests. What it lacks is said in its fallback.

catalog-list-title = Все товары
catalog-list-count = { $count ->
    [one] { $count } товар
    [few] { $count } товара
   *[many] { $count } товаров
}
catalog-category-label = Категории
catalog-category-all = Все
catalog-sort-label = Сортировать
catalog-filter-title = Фильтр
product-stock-none = Нет в наличии
product-stock-yes = В наличии
product-stock-few = Осталось только { $amount }
product-quantity = Количество
product-size = Выберите размер
product-seller = Вырастил и упаковал
