### Finalizar la compra; también los nombres de las provincias.

checkout-title = Finalizar compra
checkout-steps = Pasos del pedido
checkout-step-cart = Carrito
checkout-step-details = Tus datos
checkout-step-done = Pedido hecho

## Who receives it

checkout-recipient = Destinatario
checkout-name = Nombre y apellidos
checkout-phone = Número de teléfono
checkout-phone-hint = Para la entrega. Con sus cuatro últimas cifras podrás ver después tu pedido.

## Where it goes

checkout-delivery = Entrega
checkout-delivery-station = Recoger en un punto de recogida
checkout-delivery-station-text = En tu pueblo y sin gastos de envío. Allí puedes pagar en efectivo.
checkout-delivery-address = Enviar a una dirección
checkout-delivery-address-text = Por mensajería hasta la puerta, en todo el país.
checkout-township = Municipio
checkout-township-all = Todos los municipios
checkout-township-show = Ver sus puntos
checkout-station = Punto de recogida
checkout-station-choose = Elige un punto
checkout-station-see = Direcciones y horarios
checkout-stations-fewer = No todos tus productos llegan a todos los puntos de recogida. Puedes elegir entre los puntos a los que llegan todos.
checkout-stations-none = Tus productos no llegan todos a un mismo punto de recogida. Pídelos a una dirección o haz pedidos separados.
checkout-province = Provincia
checkout-province-choose = Elige una provincia
checkout-city = Ciudad o prefectura
checkout-district = Distrito o condado
checkout-street = Calle y número
checkout-refresh = Calcular gastos de envío

## How it is paid

checkout-payment = Método de pago
checkout-payment-cash = En efectivo al recoger
checkout-payment-cash-text = Solo en un punto de recogida. Con tu teléfono confirmado, guardamos los productos siete días.
checkout-payment-transfer = Transferencia bancaria
checkout-payment-transfer-text = Recibirás un código de referencia. Con tu teléfono confirmado, guardamos los productos 24 horas.
checkout-no-transfer = Ahora no se puede pagar por transferencia. Puedes recoger y pagar en un punto de recogida.
checkout-note = Nota para el vendedor

## What it costs

checkout-summary = Tu pedido
checkout-edit-cart = Cambiar el carrito
checkout-goods = Productos
checkout-freight = Gastos de envío
checkout-freight-open = según el destino
checkout-total = Total
checkout-freight-table = Gastos de envío por provincia
checkout-place = Realizar pedido
checkout-place-again = Aceptar y realizar pedido
checkout-pay-later = Ahora no pagas nada. La página siguiente explica cómo pagar.

## Something is not as it was

checkout-changed = Algo ha cambiado. Aún no se ha pedido nada.
checkout-changed-agree = Mira el nuevo total. Si te parece bien, vuelve a enviar el pedido.
checkout-change-price = { $product }: antes { $before }, ahora { $now }.
checkout-change-freight = Gastos de envío: antes { $before }, ahora { $now }.
checkout-change-stock = { $product }: ya no se vende, o ahora se puede comprar menos de lo que quieres. Cámbialo en el carrito.
checkout-change-cart = Tu carrito ha cambiado desde que abriste esta página.
checkout-change-limit = { $product }: con un mismo teléfono se pueden pedir como máximo { $most } en { $days } días, contando los pedidos anteriores.
checkout-limit-title = Hay un límite por comprador. Aún no se ha pedido nada.
checkout-limit-next = Reduce la cantidad en el carrito y vuelve a enviar el pedido. Lo que escribiste se conserva.
checkout-limit-cart = Cambiarlo en el carrito

## Provinces in addresses. The number is that of the province in China's list of regions (GB/T 2260).

checkout-province-11 = Pekín
checkout-province-12 = Tianjin
checkout-province-13 = Hebei
checkout-province-14 = Shanxi
checkout-province-15 = Mongolia Interior
checkout-province-21 = Liaoning
checkout-province-22 = Jilin
checkout-province-23 = Heilongjiang
checkout-province-31 = Shanghái
checkout-province-32 = Jiangsu
checkout-province-33 = Zhejiang
checkout-province-34 = Anhui
checkout-province-35 = Fujian
checkout-province-36 = Jiangxi
checkout-province-37 = Shandong
checkout-province-41 = Henan
checkout-province-42 = Hubei
checkout-province-43 = Hunan
checkout-province-44 = Cantón (Guangdong)
checkout-province-45 = Guangxi
checkout-province-46 = Hainan
checkout-province-50 = Chongqing
checkout-province-51 = Sichuan
checkout-province-52 = Guizhou
checkout-province-53 = Yunnan
checkout-province-54 = Tíbet
checkout-province-61 = Shaanxi
checkout-province-62 = Gansu
checkout-province-63 = Qinghai
checkout-province-64 = Ningxia
checkout-province-65 = Xinjiang
checkout-province-71 = Taiwán
checkout-province-81 = Hong Kong
checkout-province-82 = Macao
