### Mala conexión y teléfonos compartidos: páginas sin red, envíos pendientes, ahorro de datos, olvidar los pedidos.

## A page that was opened before, shown without a network. One of the first four and one of the two after stand in one line

offline-saved-now = Guardada hace un momento
offline-saved-minutes = { $minutes ->
    [one] Guardada hace { $minutes } minuto
   *[other] Guardada hace { $minutes } minutos
}
offline-saved-hours = { $hours ->
    [one] Guardada hace { $hours } hora
   *[other] Guardada hace { $hours } horas
}
offline-saved-days = { $days ->
    [one] Guardada hace { $days } día
   *[other] Guardada hace { $days } días
}
offline-away = sin conexión
offline-slow = conexión lenta

## The page in place of one that cannot be opened

offline-title = Sin conexión
offline-text = Esta página no se puede abrir sin red. Inténtalo de nuevo cuando vuelva la red.
offline-seen = Estas puedes abrirlas sin red
offline-unsent = Lo que has enviado no ha llegado. Vuelve atrás: lo que escribiste sigue ahí.
offline-unforgotten = No se ha borrado nada, porque no hay red. Tus pedidos y tus datos siguen en este teléfono: inténtalo de nuevo cuando vuelva la red, antes de que lo use otra persona.

## What waits on the phone to be sent

offline-waiting-title = Pendiente de enviar
offline-waiting-nothing = No hay nada pendiente en este teléfono.
offline-waits = Hay algo en este teléfono que espera a que vuelva la red.
offline-see = Verlo
offline-cart-waits = Sin red: el cambio queda en tu teléfono y se envía en cuanto haya conexión.
offline-cart-kept = Los cambios del carrito se enviarán en cuanto vuelva la red.
offline-cart-refused = Un cambio del carrito no se ha podido hacer. Revisa tu carrito.
offline-order-waits = Tu pedido se enviará en cuanto vuelva la red. Queda guardado en este teléfono; puedes cerrar la página.
offline-order-asks = Tu pedido no se ha enviado porque algo ha cambiado desde entonces. Mira cuánto cuesta ahora.
offline-order-look = Ver qué ha cambiado
offline-order-sent = Tu pedido se ha enviado.
offline-order-late = Ya es tarde para renunciar aquí a este pedido: ya se había enviado. Puedes cancelarlo en su página.
offline-order-see = Ver tu pedido
offline-send = Enviar ahora
offline-drop = No enviar
offline-drop-ask = Si renuncias a este pedido, este teléfono ya no lo enviará.
offline-drop-sure = Renunciar al pedido

## Saving data, in the footer

offline-saving-start = Ahorrar datos
offline-saving-stop = Dejar de ahorrar datos
offline-saving-on = Ahorro de datos: imágenes pequeñas y nada de más.

## One's own orders on this phone

offline-orders-title = Mis pedidos en este teléfono
offline-orders-short = Pedidos
offline-orders-other = Buscar otro pedido
offline-forget = Olvidar mis pedidos y mis datos en este teléfono
offline-forget-text = También se borran el carrito, los favoritos, los pedidos sin enviar y lo que escribiste. Los pedidos siguen igual; con el código y tu número los encuentras de nuevo.
offline-forget-station = Este teléfono es de un punto de recogida y lo usan otras personas. Cuando termines, haz que te olvide.
offline-forgotten = Este teléfono ha olvidado tus pedidos y tus datos.

## Ordering the same again

offline-again = Pedir lo mismo otra vez
offline-again-done = Lo que pediste entonces está en tu carrito, a los precios de hoy.
offline-again-missing = Esto no se ha podido añadir, o no tanto como entonces:
