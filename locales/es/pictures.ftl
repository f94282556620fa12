### Imágenes de un producto, en el área de trabajo de una cooperativa.

pictures-title = Imágenes de { $product }
pictures-open = Imágenes
pictures-back = Precio, existencias y textos
pictures-add = Añadir una imagen
pictures-file = Haz una foto o elige una
pictures-file-hint = Un archivo JPEG, PNG o WebP de hasta 25 MB. La tienda la reduce por sí sola y borra el lugar donde se hizo.
pictures-send = Añadir esta imagen
pictures-full = Este producto tiene { $most } imágenes y no puede tener más. Quita una para añadir otra.
pictures-list = En la tienda
pictures-none = Aún no hay ninguna imagen. Hace falta una para publicar el producto.
pictures-first = Se muestra primero
pictures-place = Imagen { $place } de { $count }
pictures-undescribed = Sin descripción
pictures-describe = Describir o quitar
pictures-describe-place = Describir o quitar la imagen { $place }
pictures-move-first = Al principio
pictures-move-up = Subir
pictures-move-down = Bajar
pictures-move-place = { $command } (imagen { $place })
pictures-added = La imagen ya está. La tienda la muestra.
pictures-moved = Se ha cambiado el orden. La tienda ya lo muestra.
pictures-removed = Se ha quitado la imagen.

## One picture

pictures-picture-title = Imagen { $place } de { $product }
pictures-alt = Qué se ve
pictures-alt-hint = Para quien no puede ver la imagen, por ejemplo: un cuenco de almendras peladas sobre una mesa de madera.
pictures-remove = Quitar la imagen
pictures-remove-text = ¿Quitar esta imagen? Los compradores dejarán de verla.
pictures-remove-draft = ¿Quitar esta imagen?
pictures-remove-confirm = Sí, quitarla
pictures-all = Todas las imágenes

## Pictures on their way

pictures-uploads = En camino
pictures-reload = Ver cómo va
pictures-state-receiving = Ha llegado el { $percent } %. Para continuar, elige de nuevo la misma imagen.
pictures-state-others = La está enviando otra persona. Si se corta, esa persona puede continuar eligiendo de nuevo la misma imagen.
pictures-state-waiting = Ha llegado y espera su turno.
pictures-state-making = Se está preparando para la tienda.
pictures-state-refused = No se ha añadido
pictures-sending = Enviando. Puedes salir de la página; más tarde elige la misma imagen para continuar.
pictures-sending-offline = Sin conexión. Seguirá por sí solo en cuanto la haya.
pictures-sending-making = Ha llegado y se está preparando. Tarda unos segundos.
pictures-sending-failed = No ha funcionado. Lo que ha llegado se guarda un día. Elige de nuevo la misma imagen.
pictures-sending-not-taken = La tienda no ha aceptado esta imagen y no se ha enviado nada. Vuelve a cargar la página y elige la imagen otra vez; quizá te pida antes que entres.

## Why a picture is not taken

pictures-refused-missing = No has elegido ninguna imagen. Elige una y vuelve a enviar.
pictures-refused-too-many-bytes = El archivo ocupa más de 25 MB. No se ha añadido nada. Elige uno más pequeño o ajusta la cámara a un tamaño menor.
pictures-refused-heic = Es un archivo HEIC, como los que hace el iPhone, y la tienda no puede leerlo. No se ha añadido nada. En el iPhone abre Ajustes, Cámara, Formatos, elige «El más compatible» y repite la foto; o envía una captura de pantalla.
pictures-refused-not-a-picture = No es una imagen JPEG, PNG o WebP, diga lo que diga su nombre. No se ha añadido nada. Elige una foto.
pictures-refused-moving = Esta imagen se mueve. No se ha añadido nada. Elige una fija.
pictures-refused-too-large = La imagen tiene más puntos de los que la tienda puede leer: 50 megapíxeles y 12000 puntos por lado como mucho, y menos si se guardó de forma poco común. No se ha añadido nada. Ajusta la cámara a un tamaño menor o envía una captura de pantalla.
pictures-refused-too-small = La imagen es tan pequeña que se vería borrosa: cada lado necesita al menos 200 puntos. No se ha añadido nada. Repite la foto o elige el original.
pictures-refused-damaged = El archivo está dañado o no ha llegado entero. No se ha añadido nada. Elígelo otra vez; si vuelve a fallar, haz otra foto.
pictures-refused-full = Cuando llegó esta imagen, el producto ya tenía 12, y no puede tener más. Quita una y envíala de nuevo.
pictures-refused-failed = Ha sido culpa nuestra, no de la imagen. No se ha añadido nada. Envíala de nuevo; si falla, avisa al Centro.

error-last-picture = Un producto a la venta necesita una imagen. No se ha cambiado nada. Añade antes otra y luego quita esta.
error-pictures-full = Este producto tiene 12 imágenes y no puede tener más. No se ha añadido nada. Quita antes una.
error-uploads-full = Tu cooperativa ha enviado hoy muchísimas imágenes, o aún hay muchas en camino. No se ha añadido nada. Espera a que terminen o sigue mañana.
pictures-added-draft = La imagen ya está. Los compradores la verán cuando publiques el producto.
pictures-moved-draft = Se ha cambiado el orden. Los compradores lo verán cuando publiques el producto.
pictures-dismiss = Entendido
pictures-dismiss-named = Entendido: { $file }
pictures-upload-remove = Quitar
pictures-upload-remove-named = Quitar: { $file }
pictures-refused-empty = Este archivo está vacío: no contiene nada. No se ha añadido nada. Elige otro o repite la foto.
pictures-refused-known = Esta imagen ya está entre las del producto. No se ha añadido nada. Elige otra.

## Cropping

pictures-crop = Recortar
pictures-crop-place = Recortar la imagen { $place }
pictures-crop-shape = Forma
pictures-crop-free = Como la dibujes
pictures-crop-square = Cuadrada
pictures-crop-landscape = Horizontal, 4:3
pictures-crop-portrait = Vertical, 3:4
pictures-crop-wide = Muy horizontal, 16:9
pictures-crop-keep = Qué parte se conserva
pictures-crop-first = Arriba o a la izquierda
pictures-crop-middle = El centro
pictures-crop-last = Abajo o a la derecha
pictures-crop-frame = Marco de lo que se conserva
pictures-crop-hint = Arrastra el marco o sus esquinas con el dedo. Con el teclado, las flechas mueven el marco; con Mayús cambian su tamaño.
pictures-crop-kept = Se conserva, en puntos:
pictures-crop-note = Se hace una imagen nueva que ocupa el lugar de esta. Su descripción se conserva.
pictures-crop-send = Recortar esta imagen
pictures-crop-asked = La imagen se está recortando. En unos segundos ocupará el lugar de la anterior.
pictures-crop-asked-waits = La imagen se está recortando. En unos segundos ocupará aquí el lugar de la anterior; los compradores la verán cuando el Centro la confirme.
pictures-crops-open = Imágenes que se están recortando: { $count }
pictures-crops-refused = No se ha podido recortar una imagen.
pictures-crop-already = Esta imagen ya se está recortando. Espera unos segundos, vuelve a cargar la página y recorta el resultado.
pictures-crop-replaced = Entretanto alguien ha recortado o cambiado esta imagen. No se ha modificado nada: mira la nueva y recórtala si todavía hace falta.
pictures-crop-nothing = No se cortaría nada. Dibuja un marco más pequeño o elige otra forma.
pictures-crop-too-small = Quedaría demasiado poco: cada lado necesita al menos 200 puntos. Dibuja un marco más grande.
pictures-crop-outside = El marco no está dentro de la imagen. Dibújalo de nuevo.
pictures-crop-as-sent = Esta es la imagen completa, tal como era antes de recortarla. Los compradores solo ven lo que queda dentro del marco.
pictures-crop-whole = Volver a la imagen completa
pictures-crop-same = Esta parte ya es la que se conserva. No se ha cambiado nada: mueve el marco o elige otra forma.
