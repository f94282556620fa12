### El área de trabajo de una cooperativa.

studio-title = Mi cooperativa
studio-nav = Área de trabajo
studio-nav-home = Resumen
studio-nav-orders = Pedidos
studio-nav-shop = Página de la tienda
studio-see-shop = Ver en la tienda
studio-stat-waiting = pedidos por aceptar
studio-stat-products = productos
studio-stat-translations = productos con textos por completar

## Orders

studio-orders-title = Pedidos
studio-orders-newest = Últimos pedidos
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
studio-order-not-collected = Nadie ha venido a recogerlo
studio-order-refuse = El comprador no lo ha aceptado
studio-order-restock = Ha vuelto en buen estado: a la venta de nuevo
studio-order-write-off = Ha vuelto, pero estropeado
studio-order-lose = Se perdió por el camino
studio-order-problem = Hay un problema
studio-order-carrier = Transportista
studio-order-tracking = Número de envío
studio-order-reason = Motivo
studio-order-reason-note = Con tus palabras
studio-order-reason-hint = El comprador lo leerá.
studio-order-payment = Pago
studio-order-awaits-transfer = El comprador paga por transferencia y aún no ha llegado. Podrás aceptar el pedido cuando llegue; hasta entonces no tienes que hacer nada.
studio-order-awaits-cash = Se entrega en el punto de recogida cuando el comprador haya pagado allí.
studio-order-cancel = Cancelar pedido
studio-order-cancel-text = ¿Cancelar este pedido? Los productos vuelven a estar a la venta y el comprador lo ve enseguida.
studio-order-cancel-confirm = Sí, cancelar
studio-order-moved = Anotado. El comprador ya lo ve.
studio-status-placed = Nuevo
studio-status-accepted = Aceptado
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
studio-tagline = Una línea sobre vosotros
studio-story = Vuestra historia
studio-story-hint = Quiénes sois, dónde están vuestros árboles, cómo trabajáis. Una línea en blanco empieza otro párrafo.
studio-link = Vuestra página web
studio-link-hint = Una página o un canal vuestros, por ejemplo badam.example. Se enlaza desde la página de la tienda.
studio-name = Nombre
studio-description = Descripción
studio-field-in = { $field } ({ $language })
studio-state-source = Original
studio-state-human = Traducido
studio-state-machine = Traducción automática
studio-state-outdated = Sin actualizar
studio-still-right = Este texto sigue siendo correcto
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
