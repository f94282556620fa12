### Productos: la lista y la ficha.

## The list

catalog-list-title = Todos los productos
catalog-list-description = Frutos secos, fruta deshidratada, miel y fruta fresca, directamente de las cooperativas.
catalog-list-count = { $count ->
    [one] { $count } producto
   *[other] { $count } productos
}
catalog-category-label = Categorías
catalog-category-all = Todo
catalog-list-all-shops = De todas las cooperativas
catalog-sort-label = Ordenar
catalog-sort-popular = Populares
catalog-sort-cheap = Más baratos
catalog-sort-per-kg = Precio por kg
catalog-sort-dear = Más caros
catalog-sort-new = Novedades
catalog-filter-title = Filtrar
catalog-filter-min = Desde (yuanes)
catalog-filter-max = Hasta (yuanes)
catalog-filter-available = Solo disponibles
catalog-filter-station = Se recoge en
catalog-filter-station-hint = Número o nombre de tu punto de recogida
catalog-filter-station-none = No conocemos ningún punto abierto con ese número o nombre. Prueba con su número o su aldea.
catalog-filter-station-several = Coinciden varios puntos. Escribe el número del cartel del tuyo.
catalog-filter-no-category = Esa categoría no existe aquí; no se tiene en cuenta.
catalog-filter-no-shop = Esa cooperativa no vende aquí; no se tiene en cuenta.
catalog-filter-apply = Mostrar
catalog-filter-clear = Quitar filtros
catalog-filter-count = Filtros: { $count }
catalog-filter-shops = Cooperativas
catalog-filter-chosen = Filtros elegidos
catalog-filter-remove = Quitar el filtro: { $name }
catalog-filter-from = Desde { $price }
catalog-filter-to = Hasta { $price }
catalog-filter-at = Recogida: { $station }
catalog-empty-title = No se han encontrado productos
catalog-empty-text = Prueba con otro intervalo de precios o échale un vistazo a todo.
catalog-empty-all = Ver todos los productos

## A product in a list

product-season-now = De temporada
product-stock-none = Agotado
product-add-named = Añadir { $name } al carrito

## A product's page

product-pictures = Imágenes
product-picture-alt = { $name }, imagen { $number } de { $count }
product-pictures-enlarge = Ampliar
product-season-months = Temporada: de { $from } a { $to }
product-harvest = Cosecha de { $year }
product-harvested = Cosecha: { $when }
product-harvest-month = { $month } de { $year }
product-buyer-limit = Máximo { $most } por comprador en { $days } días
product-origin = Procedencia
product-size = Elige el tamaño
product-size-weighed = A granel
product-quantity = Cantidad
product-quantity-grams = Gramos
product-quantity-hint = De { $min } a { $max }, de { $step } en { $step }
product-quantity-range = Puedes pedir de { $min } a { $max }, pero no esta cantidad.
product-quantity-only = Solo puedes pedir { $amount }, no esta cantidad.
product-quantity-steps = Puedes pedir de { $min } a { $max }, de { $step } en { $step }, pero no esta cantidad.
product-quantity-with-cart = Ya tienes { $held } en el carrito. Con eso no puedes pedir esta cantidad: como máximo, { $max } en total.
product-stock-yes = En stock
product-stock-few = Últimas existencias: { $amount }
product-step-from = { $price } desde { $amount }
product-stock-none-text = Se ha vendido todo. Mira abajo los demás productos de la cooperativa.
product-delivery-title = Envío
product-delivery-station = En un punto de recogida del distrito en { $days } días, sin gastos de envío.
product-collected-in = Solo en los puntos de estos municipios:
product-delivery-home = A domicilio: { $near } días dentro de Xinjiang, { $far } días en otros lugares.
product-delivery-closed = Algunos de estos días no hay nadie, así que tarda más:
product-delivery-freight = Los gastos dependen del peso y los ves antes de pedir.
product-weighed = Lo que se vende a granel se vuelve a pesar al prepararlo. Si pesa menos, pagas menos; nunca cuesta más de lo que pediste.
product-seller = Cultivado y envasado por
product-seller-story = Su historia y su tienda
product-more-cooperative = Más de esta cooperativa
product-more-category = Productos parecidos
