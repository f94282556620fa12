### Cooperativas: la lista y la tienda de cada una.

shops-list-title = Cooperativas
shops-list-lead = Familias que cultivan juntas y venden aquí ellas mismas.
shops-list-show = Ver
shops-list-count = { $count ->
    [one] { $count } cooperativa
   *[other] { $count } cooperativas
}
shops-card-products = { $count ->
    [one] { $count } producto
   *[other] { $count } productos
}
shops-fact-township = Municipio
shops-fact-founded = Fundada en
shops-fact-families = Familias
shops-fact-phone = Teléfono
shops-story-title = Su historia
shops-products-title = Lo que venden
shops-products-others = Qué más venden
shops-products-all = Ver todos sus productos
shops-products-all-kind = Ver todos los de este tipo

shops-suspended = Esta cooperativa no vende nada por ahora. Lo que ya se le pidió se enviará igualmente.
