### Resultados de la búsqueda.

search-title = «{ $query }»
search-count = { $count ->
    [one] { $count } producto encontrado
   *[other] { $count } productos encontrados
}
search-count-more = { $count } productos o más encontrados
search-prompt = Escribe lo que te apetece o mira por categorías.
search-empty-title = No hay nada para «{ $query }»
search-empty-text = Prueba con otra palabra o una más corta: sirven el uigur, el chino y el español.
search-empty-all = Ver todos los productos
