### Compartir una página y que se encuentre.

sharing-title = Compartir
sharing-lead = Envía este enlace o deja que escaneen el código con el móvil. Los dos abren la página.
sharing-send = Enviar…
sharing-copy = Copiar el enlace
sharing-copied = Enlace copiado.
sharing-copy-failed = El móvil no ha copiado el enlace. Mantenlo pulsado abajo y cópialo tú.
sharing-link = Enlace
sharing-code = Código QR de la página
sharing-scan = Escanea con la cámara o con WeChat
sharing-back = Volver a la página

## What search engines and messengers show

sharing-product-text = { $name }, directo de { $seller }.
sharing-category-text = { $category }, directo de las cooperativas: compara tamaños y precios, y recíbelo en casa o recógelo en un punto.
sharing-goods-text = Todo lo que vende { $shop }: tamaños, precios y existencias.
sharing-page-title = { $title } ({ $page })
