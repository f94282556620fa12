### Acerca de la tienda y ayuda.

about-lead = El mercado de todo un distrito: las cooperativas venden lo que cultivan y el centro de comercio electrónico se encarga de que te llegue.

## Ordering

about-order-title = Cómo hacer un pedido
about-order-choose = Añade al carrito lo que te guste. En un mismo pedido caben productos de varias cooperativas.
about-order-send = Indica quién lo recibe y dónde. Bastan un nombre y un teléfono; no hace falta una cuenta.
about-order-follow = Recibirás un código de pedido. Con él y las cuatro últimas cifras de tu teléfono puedes ver en todo momento cómo va.
about-order-link = Ver los productos

## Paying

about-pay-title = Cómo pagar
about-pay-cash = En efectivo en el punto de recogida, cuando recojas el pedido.
about-pay-transfer = O por transferencia bancaria: escribe en el concepto la referencia de tu pedido para que la encontremos.
about-pay-cancel = Mientras no esté preparado, puedes cancelarlo en la página del pedido.
about-pay-link = Buscar mi pedido

## Freight, stations, contact

about-freight-title = Gastos de envío
about-freight-weight = Dependen del peso y del destino. Los ves antes de pedir y después no cambian.
about-freight-shared = Los productos de varias cooperativas viajan juntos y pagas el envío una vez. Recoger en un punto es gratis.
about-stations-text = En cada municipio hay puntos: tiendas pequeñas donde puedes pedir, pagar en efectivo y recoger tus paquetes.
about-stations-link = Buscar un punto
about-contact-title = Contacto
about-contact-text = ¿Falta algo o ha llegado roto? Llama al centro de comercio electrónico o pregunta en cualquier punto.
about-closed-title = Festivos y días cerrados
about-demo = Badamliq es un distrito inventado: sus cooperativas, puntos de recogida y teléfonos no existen.
