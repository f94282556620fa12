### Avisar cuando vuelve un producto agotado.

restock-link = Avísame cuando vuelva
restock-phone-hint = El mensaje llega a este número.
restock-text = Recibirás un solo mensaje, cuando se pueda comprar de nuevo. Si llega poco, avisamos a unas tres personas por cada unidad, primero a quien lo pidió antes; después es de quien antes compre. El número no se usa para nada más y se borra un día después del mensaje, o a los 180 días.
restock-ask = Avísame
restock-asked = Anotado. A este número llegará un mensaje cuando se pueda comprar de nuevo, salvo que su titular ya no quiera avisos así.
restock-there = Ya se puede comprar.
restock-product = Volver al producto
restock-never = La tienda no envía mensajes a números como este.
restock-most = Este número ya espera tantos productos como puede. Cuando vuelva uno de ellos, inténtalo de nuevo.
restock-told-title = Ha vuelto
restock-told-gone = Ahora la tienda no lo muestra.
restock-stop-text = Tú, o alguien que escribió tu número, pidió este aviso. Puedes hacer que a tu número no lleguen más, los pida quien los pida.
restock-stop = No quiero más avisos así
restock-stopped = A este número no llegarán más avisos así.
restock-allow = Permitir estos avisos de nuevo
