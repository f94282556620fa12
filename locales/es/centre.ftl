### Páginas del Centro.

centre-outbox-title = Mensajes salientes
centre-outbox-text = Aún no hay servicio de mensajes conectado. Léelos aquí y pásalos; el más nuevo va primero.
centre-outbox-empty = Aún no hay mensajes.
centre-outbox-when = Cuándo
centre-outbox-topic = Tipo
centre-outbox-to = Para
centre-outbox-message = Mensaje
