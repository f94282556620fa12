### Lo que dicen los compradores de un producto, y dónde lo escriben.

reviews-title = Valoraciones
reviews-title-of = Valoraciones de { $product }
reviews-lead = Aquí solo escribe quien ha recibido el producto.
reviews-none = Todavía nadie ha dicho qué le pareció.
reviews-stars = { $stars } de 5 estrellas
reviews-count = { $count ->
    [one] { $count } valoración
   *[other] { $count } valoraciones
}
reviews-all = Todas las valoraciones
reviews-product = Volver al producto
reviews-author-from = Comprador de { $province }
reviews-author = Comprador
reviews-lang-en = inglés
reviews-lang = Escrito en { $language }
reviews-answer = Respuesta de la cooperativa
reviews-answer-older = La valoración se cambió después de esta respuesta.
reviews-photo = Foto { $number } del comprador

reviews-filter = Mostrar
reviews-filter-all = Todas
reviews-filter-photo = Con foto ({ $count })
reviews-filter-stars = { $stars } ★ ({ $count })
reviews-filter-lang = { $language } ({ $count })
reviews-nothing = No hay ninguna valoración así.

reviews-report = Hay algo mal en ella
reviews-report-text = El Centro la leerá. Nadie sabrá quién lo ha dicho.
reviews-report-send = Avisar al Centro
reviews-reported = Gracias. El Centro la leerá.

reviews-how = ¿Qué te pareció?
reviews-yours = Tu valoración
reviews-yours-held = espera al Centro
reviews-yours-hidden = ocultada por el Centro
reviews-field-stars = ¿Cuántas estrellas?
reviews-stars-five = Muy bueno
reviews-stars-four = Bueno
reviews-stars-three = Regular
reviews-stars-two = No muy bueno
reviews-stars-one = Malo
reviews-field-text = ¿Qué quieres contar?
reviews-field-text-hint = En cualquier idioma. Sin teléfonos ni enlaces, por favor.
reviews-field-name = Nombre que se muestra
reviews-field-name-hint = Si lo dejas vacío, se muestra: { $author }
reviews-all-read = Todos pueden leerla. Tu teléfono y tu pedido siguen siendo privados.
reviews-send = Enviar
reviews-save = Guardar
reviews-edit = Cambiarla
reviews-sent = ¡Gracias! Ya la puede leer todo el mundo.
reviews-held = ¡Gracias! El Centro la lee primero; después la verán todos.
reviews-held-link = Contiene una dirección de internet.
reviews-held-phone = Contiene algo que parece un teléfono o un nombre para contactar fuera de la tienda.
reviews-held-name = El nombre parece el del Centro, el de una cooperativa o el de su gente.
reviews-held-again = El Centro ya había ocultado antes esta valoración o una de sus fotos.
reviews-hidden = El Centro ha ocultado tu valoración.
reviews-hidden-edit = Si la cambias, el Centro volverá a leerla.
reviews-not-yet = Podrás decir qué te pareció en cuanto lo tengas.
reviews-over = Ha pasado el tiempo para valorarlo.
reviews-own-goods = Este producto lo vendes tú, así que no puedes valorarlo.
reviews-edit-over = Ya no se puede cambiar, pero sí quitar.
reviews-remove = Quitarla
reviews-remove-text = Con ella se van el texto, las fotos y la respuesta de la cooperativa.
reviews-remove-confirm = Sí, quitar
reviews-removed = Tu valoración se ha quitado.
reviews-order = Volver al pedido

reviews-names-official = oficial, atención al cliente, servicio al cliente, administrador, administradora, moderador, moderadora, personal de, cooperativa, plataforma

reviews-hide-insult = Insulta a alguien.
reviews-hide-personal = Dice algo privado de alguien.
reviews-hide-advertising = Es publicidad.
reviews-hide-unrelated = No trata del producto.
reviews-hide-untrue = Lo que dice no es cierto.

reviews-photos = Fotos
reviews-photos-text = Hasta tres. Se borra dónde y cuándo se hicieron.
reviews-photo-file = Elegir una foto
reviews-photo-add = Añadir foto
reviews-photo-added = La foto se ha añadido.
reviews-photo-remove = Quitar
reviews-photo-remove-named = Quitar la foto { $number }
reviews-photo-removed = La foto se ha quitado.
reviews-photos-full = Ya hay tres fotos. Para añadir otra, quita una primero.
reviews-photo-known = Esta foto ya está. No se ha añadido nada. Elige otra.
reviews-photo-other = Este formulario ya trajo otra foto. No se ha añadido nada más. Elige el archivo otra vez.
reviews-photo-busy = Ahora mismo se están enviando muchas fotos y esta no se ha recibido. Lo que escribiste está guardado. Espera un minuto y envía la foto otra vez.
