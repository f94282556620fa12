### Buscar y seguir un pedido.

orders-find-title = Seguir tu pedido
orders-find-text = El código está en la página que viste después de hacer el pedido.
orders-code = Código del pedido
orders-code-hint = Doce letras y cifras, por ejemplo 7K3M‑9QXT‑V2WP
orders-tail = Cuatro últimas cifras del teléfono
orders-tail-hint = Del número que diste en el pedido
orders-show = Ver pedido
orders-wrong = El código y las cifras no coinciden. Revisa los dos.
orders-wait-number = El navegador en el que ya se abrió el pedido lo sigue abriendo. Si no, escribe el número de teléfono completo en lugar de las cuatro cifras, o pregunta al Centro.
orders-unlock-text = Para proteger tu pedido te pedimos las cuatro últimas cifras de tu teléfono.

## The order

orders-title = Pedido { $code }
orders-thanks = ¡Gracias! Hemos recibido tu pedido.
orders-thanks-text = Guarda este código. Con él y las cuatro últimas cifras de tu teléfono podrás volver aquí cuando quieras.
orders-placed-at = Pedido el { $date }

## Where the order stands as a whole

orders-group-placed = Pendiente de pago
orders-group-paid = Pagado
orders-group-canceled = Cancelado
orders-group-expired = Caducado
orders-group-completed = Completado

## What to do now

orders-next = Qué hacer ahora
orders-next-cash = Paga { $amount } en efectivo al recoger tus productos en { $station }. Te los guardamos hasta el { $date }. Abajo verás cuándo están listos.
orders-next-transfer = Transfiere { $amount } antes del { $date }. Escribe la referencia en el concepto para que encontremos tu pago.
orders-next-hold = Es tu primer pedido con este teléfono. Hasta { $time } nadie más puede llevarse tus productos; después podría hacerlo otra persona, hasta que una cooperativa acepte tu pedido o llegue tu pago.
orders-next-held = Hasta { $time } nadie más puede llevarse tus productos.
orders-station-closed = Tu punto de recogida ya no admite pedidos nuevos. Los pedidos anteriores se siguen entregando allí; si lo encuentras cerrado, llama al Centro.
orders-next-paid = Hemos recibido tu pago. No tienes que hacer nada más; abajo verás por dónde van tus productos.
orders-next-canceled = Este pedido se ha cancelado. No hay nada que pagar.
orders-next-goes-back = Has pagado más de lo que cuesta este pedido. Se te devuelve la diferencia.
orders-next-paid-goes-back = Lo que has pagado se te devuelve.
orders-next-paid-went-back = Lo que pagaste se te ha devuelto.
orders-next-expired = Este pedido no se pagó a tiempo y los productos vuelven a estar a la venta. Puedes hacer otro pedido.
orders-next-completed = Todo está entregado y pagado. ¡Que aproveche!
orders-amount = Importe
orders-reference = Referencia
orders-bank-holder = Titular
orders-bank-name = Banco
orders-bank-account = Número de cuenta
orders-bank-missing = Antes de transferir, pide la cuenta al centro de comercio electrónico.

## What happened to each cooperative's part

orders-tracking = Por dónde van tus productos
orders-event-placed = Pedido
orders-event-accepted = Aceptado por la cooperativa
orders-event-packed = Preparado
orders-event-dispatched = En camino
orders-event-ready = Listo en el punto de recogida
orders-event-delivered = Entregado
orders-event-canceled = Cancelado
orders-event-expired = No se pagó a tiempo
orders-event-not-collected = No se ha recogido: vuelve a la cooperativa
orders-event-refused = No se ha aceptado: vuelve a la cooperativa
orders-event-returned = De vuelta en la cooperativa
orders-event-lost = Perdido por el camino
orders-event-reduced = Se envía menos de lo pedido
orders-event-replaced = Se envía otra cosa en lugar de una parte
orders-event-replacement-declined = Se rechazó lo que iba a llegar en su lugar
orders-carrier = Transportista
orders-tracking-number = Número de envío
orders-canceled-why = Por qué se canceló

## Why it was canceled

orders-cancel-reason-out-of-stock = Los productos se han agotado.
orders-cancel-reason-damaged = Los productos no están en buen estado para enviarlos.
orders-cancel-reason-cannot-deliver = No podemos entregar en este lugar.
orders-cancel-reason-wrong-price = El precio era incorrecto.
orders-cancel-reason-buyer-asked = Lo pidió el comprador.
orders-cancel-reason-other = La cooperativa no puede entregar este pedido.
orders-cancel-reason-returned = Los productos han vuelto a la cooperativa.
orders-cancel-reason-lost = Los productos se perdieron por el camino.


## Details

orders-delivery-station = Punto de recogida
orders-delivery-address = Dirección
orders-recipient = Destinatario
orders-phone = Teléfono
orders-payment = Método de pago
orders-note = Nota para el vendedor
orders-details = Detalles
orders-left = Lo que cuesta ahora
orders-money = Dinero
orders-money-due = A pagar
orders-money-received = Recibido
orders-money-open = Falta por pagar
orders-money-waived = Condonado
orders-money-back = Se te devolverá
orders-money-given-back = Devuelto
orders-payment-nothing-due = Nada que pagar
orders-payment-unpaid = Sin pagar
orders-payment-part-paid = Pagado en parte
orders-payment-paid = Pagado
orders-payment-overpaid = Pagado de más
orders-payment-to-refund = Reembolso pendiente
orders-payment-refunded = Reembolsado

## Confirmar el teléfono para guardar los productos más tiempo

orders-prove-title = Guardar tus productos más tiempo
orders-prove-text = Confirma que el { $phone } es tu teléfono y nadie más podrá llevarse tus productos hasta el { $date }. Te enviamos un código gratis.
orders-prove-send = Enviarme un código
orders-prove-sent = Hemos enviado un código al { $phone }. Vale cinco minutos.
orders-prove-code = Código del mensaje
orders-prove-wrong = Este código no es correcto o tiene más de cinco minutos. Revísalo o pide otro.
orders-prove-confirm = Confirmar teléfono
orders-prove-done = Gracias, tu teléfono está confirmado. Nadie más puede llevarse tus productos hasta el { $date }.

## Canceling

orders-cancel = Cancelar pedido
orders-cancel-text = ¿Cancelar todo el pedido? Los productos vuelven a estar a la venta. No se puede deshacer.
orders-cancel-confirm = Sí, cancelar el pedido
orders-cancel-rest = Cancelar el resto
orders-cancel-rest-text = ¿Cancelar lo que queda de este pedido, de { $cooperatives }? Estos productos vuelven a la venta. No se puede deshacer.
orders-cancel-rest-confirm = Sí, cancelar el resto
orders-canceled = El pedido se ha cancelado.
orders-canceled-rest = El resto del pedido se ha cancelado.
