### Productos de cooperativas que el Centro mira antes que los compradores.

## En el Centro

confirmation-title = Por confirmar
confirmation-lead = Productos y cambios de cooperativas cuyos productos esperan tu confirmación. Los compradores los ven cuando los confirmas; primero lo que lleva más tiempo esperando.
confirmation-none = No hay nada por confirmar.
confirmation-new = Producto nuevo
confirmation-changed = Modificado
confirmation-confirmed = Confirmado. Los compradores ya lo ven.
confirmation-confirmed-later = Confirmado. La cooperativa está suspendida: los compradores lo verán cuando vuelva a vender.
confirmation-sent = Devuelto. La cooperativa lee tu motivo.
confirmation-back = Todo lo que espera
confirmation-since = Espera desde
confirmation-overtaken = La cooperativa guardó otra cosa entretanto y no se ha hecho nada. Míralo de nuevo: esto es lo que espera ahora.
confirmation-gone = De este producto ya no espera nada: se confirmó o la cooperativa lo retiró. Esta vez no se ha hecho nada.
confirmation-gone-back = Ya estaba devuelto y esta vez no se ha hecho nada. La cooperativa lee este motivo:
confirmation-is-back = Se devolvió y ya no espera. La cooperativa lee este motivo:
confirmation-nothing-waits = De este producto no espera nada: se confirmó o la cooperativa lo retiró.
confirmation-name = Nombre
confirmation-description = Descripción
confirmation-picture-words = Texto de la foto { $place }
confirmation-in-language = { $text }, { $language }
confirmation-before = Antes
confirmation-after = Después
confirmation-nothing = Nada
confirmation-still-right = La traducción es correcta tal como está:
confirmation-offers = Tamaños y precios
confirmation-new-size = Nuevo
confirmation-pictures = Fotos
confirmation-confirm = Confirmar
confirmation-confirm-text = Los compradores ven todo esto enseguida.
confirmation-confirm-suspended = La cooperativa está suspendida: los compradores verán todo esto cuando vuelva a vender.
confirmation-send-back = Devolver
confirmation-reason = Qué hay que corregir
confirmation-reason-hint = La cooperativa lo lee en el producto y lo recibe en un mensaje.
confirmation-of-cooperative = Productos nuevos y cambios
confirmation-is-on = Esperan tu confirmación: los compradores ven los productos nuevos y los cambios de textos, precios, fotos y categoría cuando los confirmas. Las existencias y las pausas se ven enseguida.
confirmation-is-off = No esperan tu confirmación: mientras la cooperativa vende, los compradores los ven enseguida.
confirmation-still-waits = Lo que ya esperaba sigue esperando tu confirmación:
confirmation-turn-on = Que esperen nuestra confirmación
confirmation-turn-off = Que se vean enseguida
confirmation-turned-on = Desde ahora, los productos nuevos y los cambios de esta cooperativa esperan tu confirmación.
confirmation-turned-off = Desde ahora, nada nuevo de esta cooperativa espera tu confirmación. Lo que ya espera sigue esperando.

## En el área de trabajo

confirmation-waits = Espera al Centro
confirmation-sent-back = Devuelto
confirmation-sent-back-stat = productos que el Centro ha devuelto
confirmation-product-waits = El Centro mira este producto antes de que lo vean los compradores. Recibirás un mensaje si hay que corregir algo.
confirmation-changes-wait = El Centro mira tus cambios. Hasta que los confirme, los compradores ven el producto como estaba.
confirmation-product-back = El Centro no ha confirmado este producto:
confirmation-changes-back = El Centro no ha confirmado tus cambios:
confirmation-product-mend = Corrígelo y publícalo otra vez. Hasta entonces no lo ven los compradores.
confirmation-changes-mend = Corrígelo y guarda: irá otra vez al Centro. Hasta entonces, los compradores ven el producto como estaba.
confirmation-take-back = Retirar los cambios
confirmation-take-back-product = No publicarlo todavía
confirmation-take-back-text = Lo que espera se descarta: textos, precios, fotos y categoría vuelven a ser los que ven los compradores.
confirmation-will-wait = Los compradores ven los cambios de textos, precios, fotos y categoría cuando el Centro los confirma. Las existencias y las pausas se ven enseguida.
confirmation-will-wait-new = Cuando lo publiques, primero lo mirará el Centro.
confirmation-saved = Guardado. Los compradores verán los textos, precios, fotos y categoría cuando el Centro los confirme.
confirmation-picture-remove = ¿Quitar esta imagen? Si los compradores la ven ahora, la verán hasta que el Centro lo confirme.
