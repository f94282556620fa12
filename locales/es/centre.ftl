### Páginas del Centro.

centre-outbox-title = Mensajes salientes
centre-outbox-text = Aún no hay servicio de mensajes conectado. Léelos aquí y pásalos. Arriba está lo que toca al dinero; después, lo más nuevo primero.
centre-outbox-empty = Aún no hay mensajes.
centre-outbox-when = Cuándo
centre-outbox-topic = Tipo
centre-outbox-refund-due = Devolver este importe
centre-outbox-refund-late = El pedido ya había acabado: devolverlo todo
centre-outbox-payment-lowered = Antes se canceló una parte: devolver lo que pase del primer importe
centre-outbox-to = Para
centre-outbox-message = Mensaje
