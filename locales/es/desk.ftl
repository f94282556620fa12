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
