### What a cooperative prints: labels, packing slips, a poster.

# Opens the form.
print-title = Imprimir etiquetas o listas de contenido
# Above the buttons, where orders can be ticked.
print-hint = Marca pedidos en la lista de abajo. El archivo se abre en otra pestaña; imprímelo a tamaño real (100 %).
# Field.
print-what = Qué
# Choice: what is stuck on parcels.
print-labels = Etiquetas con la dirección
# Choice: what is put into parcels.
print-slips = Listas de contenido
# Field.
print-paper = Papel
# Choice of paper.
print-paper-100 = Rollo de etiquetas de 100 × 150 mm
# Choice of paper.
print-paper-76 = Rollo de etiquetas de 76 × 130 mm
# Choice of paper.
print-paper-a4 = Hojas A4
# Button on the page of one order.
print-button = Abrir el archivo
# Button: only the orders that were ticked.
print-ticked = Imprimir los marcados
# Button: all orders on the packing list that were accepted.
print-waiting = Imprimir todos los que hay que preparar o entregar
# Beside a box to tick.
print-tick = Para imprimir
# The same, read aloud. $code: the order’s code.
print-tick-of = Pedido { $code }: para imprimir
print-many = Imprimir muchos pedidos
print-many-orders = Pedidos en el archivo: { $count }
print-many-text = Los que más tiempo esperan. El archivo se crea por partes; verás cómo va y mientras tanto puedes salir de la página.
print-many-begin = Crear el archivo
print-many-progress = Listos { $done } de { $total } pedidos
print-many-making = Se está creando el archivo
print-many-until = Puedes abrirlo hasta
print-many-failed = No se ha podido crear el archivo por un fallo nuestro. Tus pedidos no han cambiado. Inténtalo más tarde o imprime menos de una vez.
print-many-back = A la lista de preparación
print-unknown = No están entre tus pedidos: { $count } de los { $all } que elegiste. No se ha impreso nada. Imprime los demás o vuelve y marca de nuevo.
print-too-many = Elegiste { $count } pedidos y en un archivo caben { $most } como máximo. No se ha impreso nada. Vuelve y marca menos.
print-nothing-waits = No hay pedidos por preparar ni por entregar, así que no hay nada que imprimir.
print-rest = Imprimir estos
print-many-ticked-text = Los que marcaste. El archivo se crea por partes; verás cómo va y mientras tanto puedes salir de la página.

## On the paper

# On a label, over who receives it.
print-to = Para
# On a label, over the cooperative that sends it.
print-from = De
# Title of the paper in the parcel.
print-slip = Lista de contenido
# On that paper, before a line on which the number of the lot is written by hand.
print-lot = Lote
# On a poster, under the QR code.
print-scan = Escanea y visita nuestra tienda

## The poster

# Heading over the shop’s link.
print-share = Da a conocer tu tienda
# Under it.
print-share-text = Envía este enlace o deja que escaneen el código. Los dos llevan a la página de tu tienda.
# The picture, read aloud.
print-qr = Código QR de la página de tu tienda
# Button.
print-poster = Cartel para imprimir (A4)

## What can go wrong

error-nothing-to-print = No marcaste ningún pedido, así que no hay nada que imprimir. Vuelve, marca los pedidos y pulsa otra vez el botón.
error-too-many-to-print = En un archivo caben 200 pedidos como máximo. No se ha imprimido nada. Imprime menos de una vez.
error-no-fonts = Esta tienda se instaló sin las fuentes para imprimir, así que no se ha hecho ningún archivo. Tus pedidos no han cambiado. Díselo al Centro.
