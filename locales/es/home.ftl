### La página de inicio.

## The top of the page

home-hero-title = Del huerto a tu mesa
home-hero-text = Almendras, nueces, azufaifas y miel, envasadas y vendidas por las familias que las cultivan.
home-hero-button = Ver qué hay

## Shelves

home-season-title = De temporada
home-popular-title = Lo más vendido
home-all-products = Ver todo

## How it works, in three steps

home-how-title = Cómo funciona
home-how-choose = Elige
home-how-choose-text = Compra a varias cooperativas a la vez y paga una sola vez.
home-how-order = Haz el pedido
home-how-order-text = Bastan tu nombre y tu teléfono. Sin cuenta y sin aplicación.
home-how-receive = Recibe
home-how-receive-text = A domicilio, o recógelo y paga en efectivo en un punto cercano.
home-how-more = Más sobre pedidos y pagos

## Cooperatives and stations

home-cooperatives-title = A quién le compras
home-cooperatives-all = Ver todas
home-stations-title = { $count } puntos de recogida en los pueblos
home-stations-text = Allí puedes pedir, pagar en efectivo y recoger tu paquete: alguien te ayudará.
home-stations-button = Buscar un punto
