### Favoritos, y productos vistos hace poco en este teléfono.

favourites-title = Favoritos
favourites-keep = Añadir a favoritos
favourites-keep-named = Añadir a favoritos: { $name }
favourites-take-off = Quitar de favoritos
favourites-take-off-named = Quitar de favoritos: { $name }
favourites-off = Quitar
favourites-taken-off = Quitado de tus favoritos.
favourites-lead = Este navegador los recuerda sin cuenta, hasta un año después de añadir el último.
favourites-empty = Aquí no hay nada todavía. Toca el corazón en la foto de un producto y lo encontrarás aquí, sin cuenta.
favourites-was = Ha bajado: antes { $price }
favourites-gone = Ahora no están en la tienda
favourites-gone-text = Siguen en tu lista y vuelven con los demás cuando se vendan de nuevo.
favourites-full = Tu lista tiene { $most } productos y no caben más. Quita uno que no necesites y añade este después.
favourites-seen = Visto hace poco
favourites-seen-forget = Borrar esta lista
