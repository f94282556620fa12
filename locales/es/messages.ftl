### Mensajes al teléfono.

message-placed-transfer = Pedido { $code } recibido. Transfiere { $amount } antes del { $date }, referencia { $reference }.
message-placed-cash = Pedido { $code } recibido. Pagas { $amount } en efectivo al recogerlo en { $station }. Te lo guardamos hasta el { $date }.
message-accepted = Pedido { $code }: { $cooperative } lo ha aceptado y prepara tus productos.
message-paid = Pedido { $code }: hemos recibido tu pago de { $amount }.
message-canceled = Pedido { $code }: se han cancelado los productos de { $cooperative }.
message-reason = Motivo: { $reason }
message-comes-back = Te devolvemos { $amount }.
message-reduced = Pedido { $code }: { $cooperative } envía menos de lo pedido. Ahora cuesta { $total }.
message-question = Pedido { $code }: el comprador te ha escrito. Responde en tu área de trabajo.
message-answer = Pedido { $code }: { $cooperative } te ha escrito. Léelo en la página del pedido.
message-sent = Pedido { $code }: los productos de { $cooperative } van de camino.
message-tracking = Seguimiento: { $tracking }
message-ready = El pedido { $code } ya está en { $station }. Lleva este código.
message-hours = Horario: { $hours }
message-reminder = El pedido { $code } te sigue esperando en { $station }.
message-expired = El pedido { $code } no se pagó a tiempo y ha caducado. Puedes volver a pedir.
message-refund-sent = Pedido { $code }: te hemos devuelto { $amount }.
message-new-order = Pedido nuevo { $code }, productos por { $goods }. Te espera en tu área de trabajo.
message-order-lost = El pedido { $code } se ha cancelado. No lo prepares.
message-suspended = { $cooperative } está suspendida: por ahora sus productos no se venden. Terminad lo que ya está pedido.
message-admitted = { $cooperative } vuelve a vender: todos sus productos están otra vez en la tienda.
message-code = Tu código para entrar: { $code }. Vale 5 minutos; no se lo des a nadie.
message-order-code = Tu código para el pedido { $order }: { $code }. Vale 5 minutos.
message-passkey-added = Se ha preparado un dispositivo para entrar en tu cuenta: { $device }. Si no has sido tú, quítalo en la página de tu cuenta y cambia la contraseña.
message-passkey-added-unnamed = Se ha preparado un dispositivo para entrar en tu cuenta. Si no has sido tú, quítalo en la página de tu cuenta y cambia la contraseña.
