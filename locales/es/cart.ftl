### El carrito.

cart-title = Carrito
cart-added = Ya está en tu carrito.
cart-saved = El carrito está al día.
cart-not-added = No se ha añadido al carrito.
cart-back = Volver a donde estabas

## Nothing in it

cart-empty-title = Tu carrito está vacío
cart-empty-text = Lo que añadas se queda aquí, aunque cierres la página.
cart-empty-link = Ver productos

## A line

cart-quantity-named = Cantidad de { $product }
cart-remove = Quitar
cart-remove-named = Quitar { $product }
cart-line-steps = De { $min } a { $max }, de { $step } en { $step }
cart-step-price = Precio unitario para esta cantidad: { $price }
cart-step-next = Si añades { $more }, el precio unitario baja a { $price }
cart-line-short = Como máximo { $amount }: elige esa cantidad o menos, o quítalo.
cart-line-gone = Agotado o ya no está a la venta. Quítalo para pedir lo demás.
cart-unit-piece = uds.
cart-unit-gram = g
cart-unit-millilitre = ml

## Totals

cart-update = Actualizar cantidades
cart-seller-goods = De esta cooperativa
cart-summary = Resumen
cart-goods = Productos
cart-weight = Peso con embalaje
cart-freight-later = Los gastos de envío se calculan al finalizar la compra, según el destino.
cart-not-orderable = Primero cambia o quita los productos marcados; después podrás finalizar la compra.
cart-continue = Seguir comprando

## After a line was taken out

cart-removed = Se ha quitado { $product } del carrito.
cart-undo = Deshacer
cart-ordered = Tu último pedido
