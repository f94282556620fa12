### Palabras que aparecen en todas las páginas y lo que dice la tienda cuando algo falla.

## The shop itself

site-name = Bazar
site-tagline = Frutos secos, miel y fruta, directos del campo
site-page-title = { $page } · Bazar

## Navigation

nav-home = Inicio
nav-products = Productos
nav-cooperatives = Cooperativas
nav-stations = Puntos de recogida
nav-search = Buscar
nav-cart = Carrito
nav-cart-count = { $count ->
    [one] Carrito, { $count } artículo
   *[other] Carrito, { $count } artículos
}
nav-about = Acerca de Bazar
nav-language = Idioma
nav-main = Menú principal
nav-skip-content = Saltar al contenido

## Buttons

button-add-to-cart = Añadir al carrito
button-checkout = Finalizar compra
button-close = Cerrar
button-save = Guardar
button-search = Buscar
button-previous-page = Página anterior
button-next-page = Página siguiente
button-try-again = Reintentar

page-position = Página { $page } de { $pages }

## Waiting

## What went wrong with a whole request: what happened, what was kept, what to do next.

error-title = No se ha podido completar
error-reference = Si nos escribes, indica este código: { $reference }
error-not-found = No encontramos esta página: puede que la dirección sea incorrecta o que se haya eliminado. Tu carrito sigue igual. Usa el buscador o empieza desde el inicio.
error-invalid = Hay campos que debes revisar. Aún no se ha enviado nada y lo que has escrito sigue aquí. Corrige los campos marcados y vuelve a enviar.
error-sold-out = Algún producto del carrito se ha agotado o queda menos de lo que quieres. No se ha hecho ningún pedido y el carrito se conserva. Cambia la cantidad o quita el producto y vuelve a intentarlo.
error-price-changed = Ha cambiado algún precio desde tu última visita. No se ha hecho ningún pedido; tu carrito y tus datos se conservan. Comprueba el nuevo total y confirma otra vez.
error-freight-changed = Han cambiado los gastos de envío desde tu última visita. No se ha hecho ningún pedido; tu carrito y tus datos se conservan. Comprueba el nuevo total y confirma otra vez.
error-cart-empty = Tu carrito está vacío, así que no se ha hecho ningún pedido ni hay nada que pagar. Añade primero algún producto.
error-idempotency-mismatch = Este formulario ya se envió una vez con otros datos. Vale lo que enviaste primero y nada se ha hecho dos veces. Abre la página de nuevo para ver cómo está ahora y empieza desde ahí.
error-invalid-transition = Ya no es posible, porque algo ha cambiado entretanto. No se ha modificado nada. Recarga la página para ver cómo está ahora.
error-order-over = Este pedido ya ha terminado. No se ha cambiado nada.
error-done-already = Esto ya estaba hecho. No se ha repetido nada.
error-not-accepted = La cooperativa aún no ha aceptado este pedido. Primero hay que aceptarlo.
error-not-packed = Los productos aún no están preparados. Márcalos primero como preparados.
error-not-sent = Los productos aún no han salido de la cooperativa. Entrégalos primero al transportista.
error-not-arrived = Los productos aún no han llegado al punto de recogida. Marca primero su llegada.
error-not-handed-over = Los productos aún no se han entregado. No se ha cambiado nada; cuando se entreguen, podrás hacerlo.
error-not-returning = Estos productos no están de vuelta.
error-other-delivery = Este pedido se entrega en una dirección; no espera en un punto de recogida.
error-unpaid = Este pedido aún no está pagado. No se ha cambiado nada. Podrá seguir en cuanto llegue el dinero.
error-paid-already = Esto ya está pagado. No se ha anotado dos veces.
error-sent-already = Los productos ya han salido de la cooperativa y esto ya no se puede cambiar. No se ha cambiado nada.
error-gone-on = Después se han dado otros pasos, así que ya no se puede deshacer. No se ha cambiado nada.
error-undo-too-late = Un paso solo se puede deshacer durante cinco minutos. No se ha cambiado nada.
error-suspended = Esta cooperativa no vende nada por ahora: el Centro la ha suspendido. No se cambió nada.
error-amount-too-large = Es más de lo que admite un solo pedido. No se ha hecho ningún pedido y el carrito se conserva. Pide menos o repártelo en varios pedidos.
# Word for word the same as error-not-found.
error-not-allowed = No encontramos esta página: puede que la dirección sea incorrecta o que se haya eliminado. Tu carrito sigue igual. Usa el buscador o empieza desde el inicio.
error-sign-in-failed = El número de teléfono y la contraseña o el código no coinciden. No has iniciado sesión; tu carrito se conserva. Revísalos y vuelve a intentarlo.
error-too-many-attempts = Ha habido demasiados intentos en poco tiempo. No se ha modificado nada.
error-wait-minutes = { $minutes ->
    [one] Vuelve a intentarlo dentro de { $minutes } minuto.
   *[other] Vuelve a intentarlo dentro de { $minutes } minutos.
}
error-wait-hours = { $hours ->
    [one] Vuelve a intentarlo dentro de { $hours } hora.
   *[other] Vuelve a intentarlo dentro de { $hours } horas.
}
error-too-fast = Desde tu conexión han llegado demasiadas peticiones en poco tiempo y esta no se ha atendido. No se ha modificado nada y el carrito se conserva. Espera un momento y vuelve a intentarlo.
error-wait = { $seconds ->
    [one] Puedes volver a intentarlo en un segundo.
   *[other] Puedes volver a intentarlo en { $seconds } segundos.
}
error-open-orders = Con este teléfono ya hay varios pedidos que no se han pagado ni aceptado todavía. Este pedido no se ha hecho; tu carrito y tus datos se conservan. Paga alguno, cancélalo o espera a que la cooperativa lo acepte, y vuelve a enviar el formulario.
error-open-orders-nearby = Desde tu conexión se han hecho muchos pedidos que no se han pagado ni aceptado todavía. Este pedido no se ha hecho; tu carrito y tus datos se conservan. Espera a que se acepten algunos o usa otra conexión, como los datos móviles, y vuelve a enviar el formulario.
error-share-too-large = Con un teléfono nuevo en la tienda solo se puede pedir una parte de las existencias, y este pedido es mayor. No se ha hecho; tu carrito y tus datos se conservan. Pide menos de lo que más cantidad lleva. Cuando una cooperativa acepte tu primer pedido, podrás pedir más.
error-stock-short = Hay menos existencias de las que necesita este pedido, así que no puede salir. No se ha cambiado nada. Trae más o vuelve a contar en «Existencias» e inténtalo otra vez.
error-nothing-left = Así no se enviaría nada. No se ha cambiado nada. Para no enviar nada, cancela el pedido.
error-wait-for-answer = Ya has escrito varios mensajes. Espera la respuesta; lo que has escrito sigue aquí.
error-conversation-full = En este pedido ya no caben más mensajes. Llama por teléfono; lo que has escrito sigue aquí.
error-questions-full = Ya hay muchas preguntas sobre este producto a la espera de la cooperativa, así que la tuya no se ha enviado. Lo que has escrito sigue aquí. Vuelve dentro de unos días: para entonces se habrán respondido algunas.
error-questions-nearby = Ya hay varias preguntas desde tu conexión a la espera de esta cooperativa, así que esta no se ha enviado. Lo que has escrito sigue aquí. Espera a que se respondan o usa otra conexión, como los datos móviles.
error-last-size = Es el único tamaño que ven los compradores. No se ha ocultado. Pausa el producto o añade antes otro tamaño.
error-sizes-full = Este producto ya tiene todos los tamaños que puede tener. No se ha añadido nada y lo que escribiste sigue aquí. Para más, crea otro producto.
error-products-full = Tu cooperativa ya tiene todos los productos que caben en la tienda. No se ha añadido nada. Pide ayuda al Centro.
error-category-in-use = Hay productos en esta categoría, o esperan tu confirmación para entrar en ella, y no se ha cambiado nada. Muévelos antes a otra categoría y ocúltala después.
error-search-words-full = Ya hay tantas líneas de palabras de búsqueda como caben. No se ha añadido nada y lo que escribiste sigue aquí. Quita antes una línea.
error-blocks-full = Tu página ya tiene todas las partes que caben. No se ha añadido nada. Quita una primero.
error-page-full = Tu página tendría más texto del que cabe. No se ha cambiado nada. Acorta antes un texto o quita una parte.
error-tables-full = Tu cooperativa tiene cinco tablas abiertas, o ha traído muchísimas hoy. Esta no se ha tomado y no ha cambiado nada. Importa otra, pulsa en ella «No importar» o sigue mañana.
error-shop-pictures-full = Ya se guardan todas las fotos que caben para tu página, y todas están en ella o en una página anterior que se puede recuperar. No se ha añadido nada. Elige una de las que hay.
error-misdirected = Esta dirección no es de la tienda, así que no se ha abierto ni modificado nada. Usa la dirección de la tienda que conoces.
error-too-large = Lo que has enviado es demasiado grande. No se ha guardado y lo anterior sigue igual. Acorta el texto o elige una imagen más pequeña y vuelve a enviarlo.
error-busy = La tienda está muy ocupada ahora mismo. No se ha modificado nada y el carrito se conserva. Espera unos segundos y vuelve a intentarlo.
error-unavailable = Ahora mismo la tienda no puede guardar nada. No se ha modificado nada y lo que escribiste sigue en esta página. Vuelve a intentarlo en unos minutos.
error-internal = Algo ha fallado por nuestra parte. Tu carrito se conserva. Inténtalo de nuevo en un momento; enviar otra vez el mismo formulario no duplica el pedido.
error-cross-site = Este formulario venía de otro sitio web y no se ha aceptado. No se ha modificado nada. Abre la página de la tienda y vuelve a intentarlo allí.

## What is wrong with one field; shown right beside it.

field-error-required = Rellena este campo.
field-error-too-long = Es demasiado largo. Acórtalo, por favor.
field-error-invalid-phone = El número de teléfono no está completo. Un móvil de China tiene 11 cifras; un número de otro país empieza por +.
field-error-invalid-quantity = No se puede pedir esta cantidad. Elige una de las ofrecidas.
field-error-invalid-text = Contiene caracteres que no se pueden usar aquí. Quítalos, por favor.
field-error-markup = Un nombre no puede llevar etiquetas de páginas web. Escríbelo sin los signos de menor y mayor que.
field-error-invalid-choice = Elige una de las opciones.
field-error-invalid-code = El código no es correcto. Compruébalo carácter por carácter.
field-error-invalid-price = Escribe el precio así: 12,50
field-error-invalid-link = No se puede usar esta dirección. Escríbela así: https://badam.example
field-error-insecure-link = Esta dirección empieza por http://. Aquí los enlaces empiezan por https://: mira si el sitio tiene una dirección así o pregunta a quien te la envió.
field-error-invalid-time = Esto no es una hora. Escríbela así: 09:30
field-error-invalid-day = Ese día no existe. Escríbelo así: 2026-05-31
field-error-too-much = Es más de lo que hay que pagar o devolver.
field-error-not-served = Todavía no enviamos a esta provincia. Elige otra dirección o un punto de recogida.
field-error-changed = Alguien lo ha cambiado entretanto. Míralo y vuelve a enviarlo.
field-error-source-changed = Entretanto ha cambiado el texto del que se tradujo. Míralo otra vez y di si la traducción sigue siendo correcta.
field-error-page-full = En toda la página ya no cabe más texto. Esto no se ha guardado y lo que escribiste sigue aquí. Acorta otro texto o quita una parte y guarda otra vez.

## Languages of names and descriptions

language-name-ug = uigur
language-name-zh = chino
language-name-es = español
language-shown-in = Texto en { $language }
language-translation-outdated = Puede que esta traducción no esté al día
language-translation-machine = Traducción automática

## Prices

## Footer

# review: "condado" or "distrito" for the district
footer-about = Aquí venden directamente las cooperativas agrícolas; el centro de comercio electrónico del distrito se ocupa de los pedidos y los envíos.
footer-help = Ayuda y contacto
error-last-owner = Alguien tiene que seguir al frente. No se ha modificado nada. Da antes este papel a otra persona que ya haya entrado alguna vez.
error-invitations-full = Ya hay diez enlaces abiertos. Retira uno antes de crear otro.
error-announcements-full = Ya se muestran veinte avisos. Retira uno antes de publicar otro.
field-error-too-short = Es demasiado corto.
field-error-too-easy = Se adivinaría enseguida. Elige algo menos común.
field-error-unknown = No hay ninguno con este nombre.

notices-label = Avisos
notices-days = Del { $from } al { $until }
