# Messages to a phone.

# where: text message to the buyer after an order was placed
# $code: the order code
message-order-placed = Hemos recibido tu pedido { $code }. Puedes seguirlo con este código y las cuatro últimas cifras de tu teléfono.
