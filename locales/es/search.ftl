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
search-empty-filtered = No hay nada con estos filtros. Sin ellos quizá haya algo.
search-empty-popular = Lo más vendido
search-empty-ask = Preguntar al Centro
search-corrected = Nada se llama exactamente así. Quizá buscabas:
search-partial = Ningún producto reúne todas esas palabras. Estos son los más parecidos.
search-sort-best = Más relevantes

## Lo que muchos buscaron sin encontrarlo

search-missed-title = Buscado y no encontrado
search-missed-lead = Unas cinco personas o más, desde lugares distintos, lo buscaron en 30 días y no encontraron nada. No se guarda quién buscó.
search-missed-people = unas { $count } personas
search-missed-none = No falta nada de lo que muchos hayan buscado.
search-missed-finds = Debe encontrar
search-missed-add = Añadir a las palabras de búsqueda

## Sugerencias, y lo que se encuentra además de productos

search-suggestions = Sugerencias
search-suggestions-count = { $count ->
    [one] { $count } sugerencia
   *[other] { $count } sugerencias
}
search-places = Categorías, cooperativas y puntos de recogida
search-kind-category = Categoría
search-kind-cooperative = Cooperativa
