### Avisar cuando vuelve un producto agotado.

restock-link = Avísame cuando vuelva
restock-phone-hint = El mensaje llega a este número.
restock-text = Recibirás un solo mensaje, cuando se pueda comprar de nuevo. Si llega poco, avisamos primero a quien lo pidió antes. El número no se usa para nada más y se borra un día después del mensaje, o a los 180 días.
restock-ask = Avísame
restock-asked = Anotado. Recibirás un mensaje cuando se pueda comprar de nuevo.
restock-there = Ya se puede comprar.
restock-product = Volver al producto
restock-refused = El titular de este número no quiere estos mensajes.
restock-most = Este número ya espera tantos productos como puede. Cuando vuelva uno de ellos, inténtalo de nuevo.
restock-told-title = Ha vuelto
restock-told-gone = Ahora la tienda no lo muestra.
restock-stop-text = Tú, o alguien que escribió tu número, pidió este aviso. Puedes hacer que a tu número no lleguen más, los pida quien los pida.
restock-stop = No quiero más avisos así
restock-stopped = A este número no llegarán más avisos así.
restock-allow = Permitir estos avisos de nuevo
