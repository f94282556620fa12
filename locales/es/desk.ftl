### El mostrador de un punto de recogida.

desk-title = Mostrador
desk-text = Pide el código del pedido y las cuatro últimas cifras del teléfono.
desk-find = Buscar pedido
desk-another = Siguiente cliente
desk-to-take = A pagar ahora
desk-nothing-to-take = Ahora no hay nada que pagar.
desk-cash = Efectivo en yuanes
desk-take-cash = Efectivo cobrado
desk-cash-taken = El efectivo está anotado.
desk-done = Anotado.
desk-hand-over = Entregar
desk-arrived = Ha llegado
desk-pay-first = Primero cobra y después entrega.
desk-sold-as = En el pedido del comprador:
desk-today = Hoy
desk-parcels = Paquetes por entregar
desk-cash-to-come = Efectivo por cobrar
desk-to-give-back = A devolver en efectivo
desk-back = Efectivo a devolver, en yuanes
desk-give-back = Efectivo devuelto
desk-cash-given-back = El efectivo devuelto está anotado.
desk-back-too-much = No hay tanto por devolver, o no está en la caja.
