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

## Lo que muchos buscaron sin encontrarlo

search-missed-title = Buscado y no encontrado
search-missed-lead = Unas cinco personas o más, desde lugares distintos, lo buscaron en 30 días y no encontraron nada. No se guarda quién buscó.
search-missed-people = unas { $count } personas
search-missed-none = No falta nada de lo que muchos hayan buscado.
