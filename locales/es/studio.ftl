### El área de trabajo de una cooperativa.

studio-title = Mi cooperativa
studio-nav = Área de trabajo
studio-nav-orders = Pedidos
studio-nav-shop = Tienda
studio-see-shop = Ver en la tienda
studio-stat-waiting = pedidos por aceptar
studio-stat-translations = productos con textos por completar
studio-stat-page-texts = textos de la página por completar

## Orders

studio-orders-title = Pedidos
studio-orders-waiting = Lo siguiente
studio-news-order = Ha llegado un pedido.
studio-news-see = Ver pedidos nuevos
studio-news-sound-off = Avisar con un sonido cuando llegue un pedido
studio-news-sound-on = Suena cuando llega un pedido. Desactivar
studio-offline-form = Sin conexión. Lo que has pulsado espera en esta página y se envía cuando vuelva la conexión. No la cierres.
studio-offline-page = Sin conexión. Esta página se queda como está; inténtalo cuando vuelva.
studio-order-short = No hay existencias suficientes para este pedido. Trae más o pulsa «Falta algo».
studio-stat-short = tamaños con más pedido de lo que hay
studio-orders-find = Buscar y filtrar
studio-orders-none-to-do = Ahora no hay nada que hacer con los pedidos.
studio-pays-at-station = Paga al recogerlo
studio-orders-all = Todos los pedidos
studio-orders-empty = Aún no hay pedidos. Aparecerán aquí en cuanto alguien compre.
studio-order-code = Pedido
studio-order-placed = Fecha
studio-order-contents = Productos
studio-order-amount = Importe
studio-order-status = Estado
studio-order-title = Pedido { $code }
studio-order-destination = Destino
studio-order-next = Siguiente paso
studio-order-none = Ya no queda nada que hacer.
studio-order-accept = Aceptar pedido
studio-order-pack = Está preparado
studio-order-dispatch = Entregado al transportista
studio-order-ready = Está en el punto de recogida
studio-order-deliver = El comprador ya lo tiene
studio-order-undo-accept = Deshacer la aceptación
studio-order-undo-pack = Aún no está preparado
studio-order-undo-dispatch = Aún no se ha entregado al transportista
studio-order-undo-ready = Aún no está en el punto de recogida
studio-order-problem-sure = ¿Seguro? No se puede deshacer, y el comprador lo lee.
studio-moved-back = Pedido { $code }: deshecho.
studio-order-not-collected = Nadie ha venido a recogerlo
studio-order-refuse = El comprador no lo ha aceptado
studio-order-restock = Ha vuelto en buen estado: a la venta de nuevo
studio-order-write-off = Ha vuelto, pero estropeado
studio-order-lose = Se perdió por el camino
studio-order-problem = Hay un problema
studio-order-carrier = Transportista
studio-order-tracking = Número de envío
studio-scan-open = Leer el número con la cámara
studio-scan-close = Apagar la cámara
studio-scan-looking = Pon el código de barras de la etiqueta delante de la cámara. La imagen no se envía a ninguna parte.
studio-scan-nothing = Aún no se ha encontrado nada. Acerca la etiqueta, plana y con buena luz.
studio-scan-found = Encontrado. Compara el número con la etiqueta.
studio-scan-denied = Esta página no tiene permiso para usar la cámara. Permítelo en los ajustes del navegador o escribe el número.
studio-scan-no-camera = No hay cámara o la está usando otro programa. Escribe el número.
studio-scan-gave-up = No se encontró ningún código y la cámara está apagada. Inténtalo otra vez o escribe el número.
studio-order-reason = Motivo
studio-order-reason-note = Con tus palabras
studio-order-reason-hint = El comprador lo leerá.
studio-order-payment = Pago
studio-order-awaits-transfer = El comprador paga por transferencia y aún no ha llegado. Podrás aceptar el pedido cuando llegue; hasta entonces no tienes que hacer nada.
studio-order-awaits-cash = Se entrega en el punto de recogida cuando el comprador haya pagado allí.
studio-order-cancel = Cancelar pedido
studio-order-cancel-text = ¿Cancelar este pedido? Los productos vuelven a estar a la venta y el comprador lo ve enseguida.
studio-order-cancel-confirm = Sí, cancelar
studio-status-placed = Nuevo
studio-status-completed = Completado
studio-status-canceled = Cancelado
studio-status-expired = Caducado

## Products

studio-products-title = Productos
studio-product-from = desde { $price }
studio-product-available = En stock
studio-product-sold-out = Agotado
studio-product-missing = Falta: { $languages }
studio-product-outdated = Sin actualizar: { $languages }
studio-product-edit = Editar { $product }

## Editing

studio-shop-title = Página de la tienda
studio-saved = Guardado. La tienda ya lo muestra.
studio-draft-unsaved = Aún no se ha guardado. Lo escrito queda en este teléfono.
studio-draft-restored = Aquí está lo que habías escrito. Aún no se ha guardado.
studio-draft-discard = Descartar
studio-source-note = Primero escribes en { $language }. Si cambias ese texto, los demás idiomas quedan marcados como no actualizados hasta que los pongas al día.
studio-tagline = Una línea sobre tu cooperativa
studio-name = Nombre
studio-description = Descripción
studio-field-in = { $field } ({ $language })
studio-state-source = Original
studio-state-human = Traducido
studio-state-machine = Traducción automática
studio-state-outdated = Sin actualizar
studio-still-right = Este texto sigue siendo correcto
studio-machine-right = He leído este texto y es correcto
studio-glossary = Palabras del glosario en estos textos
studio-suggest-hint = Una máquina puede traducir los textos que faltan. Solo llena los campos vacíos, y quien compra lee que es una traducción automática hasta que alguien de tu cooperativa la dé por buena.
studio-suggest-button = Completar lo que falta con una máquina
studio-suggest-waiting = La máquina está escribiendo lo que falta. Tarda un minuto como mucho; puede salir de esta página.
studio-suggest-waiting-page = La máquina está escribiendo lo que falta, unos textos cada vez. Puede tardar unos minutos; puede salir de esta página. Los compradores verán los textos cuando se publique la página.
studio-suggest-look = Volver a mirar
studio-suggest-unreachable = La máquina no respondió. Sus textos están como estaban; inténtelo más tarde.
studio-suggest-refused = La máquina no acepta estos textos. Sus textos están como estaban; avise al Centro.
studio-suggest-unusable = Lo que escribió la máquina no sirve. Lo que había está como estaba; escribe tú lo que falta o inténtalo otra vez.
studio-state-missing = Falta
studio-conflict = Alguien guardó esta página mientras escribías. Lo tuyo aún no se ha guardado, pero sigue aquí. Compara y guarda de nuevo para conservar lo tuyo.
studio-conflict-saved = Lo que está guardado ahora

## Prices and stock

studio-offers-title = Tamaños, precios y existencias
studio-product-title = Editar { $product }
studio-price = Precio en yuanes
studio-price-hint = por { $amount }
studio-stock = Existencias ({ $unit })
studio-stock-hint = de ellas reservadas para pedidos: { $reserved }
studio-stock-wrong = Escribe un número entero, al menos tanto como lo reservado.

## The menu

studio-nav-today = Hoy
studio-nav-packing = Preparar
studio-nav-products = Productos
studio-nav-menu = Menú de mi cooperativa

## Today

studio-today-title = Para hacer ahora
studio-stat-to-pack = pedidos por preparar
studio-stat-to-hand-over = paquetes por entregar
studio-stat-running-out = productos que se agotan

## Stages of an order

studio-stage-all = Todos
studio-stage-awaits-payment = Falta el pago
studio-stage-new = Nuevos
studio-stage-to-pack = Por preparar
studio-stage-to-hand-over = Por entregar
studio-stage-on-the-way = En camino
studio-stage-done = Completados
studio-stage-over = Cancelados
studio-status-packed = Preparado
studio-status-at-station = En el punto
studio-status-returning = De vuelta
studio-status-returned = Devuelto
studio-status-lost = Perdido

## Finding orders

studio-orders-search = Buscar un pedido
studio-orders-search-hint = Código, nombre del comprador o las cuatro últimas cifras del teléfono
studio-orders-filter = Por día o lugar
studio-orders-place = Destino
studio-orders-place-any = Cualquier destino
studio-orders-no-place = Ese punto de recogida no existe; ves los pedidos de todos los lugares.
studio-orders-place-address = Una dirección
studio-orders-from = Desde
studio-orders-until = Hasta
studio-orders-day-wrong = Elige un día o escríbelo así: 2026-11-23.
studio-orders-show = Mostrar
studio-orders-clear = Ver todo
studio-orders-none-found = No hay pedidos aquí.
studio-orders-cut = Puede haber más: los nombres y partes de números se buscan entre los { $count } pedidos más recientes. Escribe más o elige un día.
studio-orders-newest-page = Volver a los más nuevos
studio-order-buyer = Comprador

## Packing

studio-packing-title = Lista de preparación
studio-packing-needs = Sacar del almacén
studio-packing-needs-cut = Solo se suman los 500 pedidos más antiguos.
studio-packing-parcels = { $count ->
    [one] en { $count } paquete
   *[other] en { $count } paquetes
}
studio-packing-nothing = Ahora no hay nada que preparar, aceptar ni entregar.
studio-packing-to-pack = Por preparar
studio-packing-new = Por aceptar
studio-packing-to-hand-over = Por entregar
studio-packing-more = Hay más en la lista de pedidos
studio-packing-print = Para imprimirla, elige «Imprimir» en el navegador.
studio-packing-carrier = Transportista y número de envío
studio-all-accept = Aceptar todos ({ $count })
studio-all-dispatch = Dar todos al transportista ({ $count })
studio-all-accepted = Los pedidos están aceptados. Los compradores ya lo ven.
studio-all-dispatched = Los paquetes están con el transportista. Los compradores ya lo ven.
studio-all-undo = Lo que no pudo dar este paso sigue abajo. Durante cinco minutos puedes deshacer cada uno en su página.

## Taking a step back

studio-moved = Pedido { $code }: { $done }. El comprador ya lo ve.
studio-undo = ¿Te has equivocado? Deshacer
studio-undo-until = Se puede hasta las { $time }

## Lists of products

studio-products-running-out = Se agotan
studio-products-texts = Textos por completar
studio-products-drafts = Borradores
studio-products-texts-order = Primero lo que más se ha visto en los últimos 30 días.
studio-products-none = No hay productos aquí.
studio-products-find = Nombre o código propio del producto
studio-products-find-button = Buscar
studio-product-left = Quedan: { $amount }
studio-product-left-of = { $size }, quedan: { $amount }
studio-saved-draft = Guardado. Los compradores lo verán cuando publiques el producto.
studio-stock-wrong-weighed = Escribe cuánto hay, al menos tanto como lo reservado. Escribe los miles sin punto ni coma: 1000.

## Una cooperativa suspendida

studio-suspended = El Centro ha suspendido tu cooperativa:
studio-suspended-text = Tus productos no están en la tienda. Puedes seguir leyéndolo todo, embalar y terminar lo ya pedido, pero no publicar nada. Pregunta al Centro cuando esté resuelto.
