### Cooperativas que quieren vender aquí.

## Para la cooperativa

application-title = Vende tus productos aquí
application-link = Vender aquí como cooperativa
application-lead = Para las cooperativas del distrito. Cuéntanos quién es tu cooperativa y qué vende: el Centro lo mira y responde con un mensaje.
application-name = Nombre de la cooperativa
application-township = Municipio
application-township-choose = Elige un municipio
application-goods = Qué vende tu cooperativa
application-goods-hint = Por ejemplo: almendras, nueces, miel
application-about = Sobre tu cooperativa
application-about-hint = Unas frases: cuántas personas la forman, cuánto cosecha.
application-person = Persona de contacto
application-person-hint = Llevará la tienda cuando esté admitida.
application-phone-hint = Te enviamos un código y nuestra respuesta.
application-code-first = Primero enviamos un código al teléfono. Nada llega al Centro hasta que lo hayas escrito.
application-code-sent = Hemos enviado un código. Escríbelo al final del formulario; vale cinco minutos.
application-one-waits = Con este número ya hay una solicitud que espera al Centro, así que esta no se ha enviado. Lo que has escrito sigue aquí.
application-was-taken = Ya enviaste este formulario y lo que ponía entonces lo tiene el Centro. Lo que has escrito ahora no se ha enviado y sigue aquí. Para enviarlo como otra solicitud, pide un código nuevo.
application-send = Enviar al Centro
application-yours = Tu solicitud
application-sent = Enviada. Guarda la dirección de esta página: aquí se ve cómo va.
application-sent-at = Enviada
application-waits = La tiene el Centro. Recibirás un mensaje cuando esté decidida.
application-admitted = Tu cooperativa está admitida. Entra con tu teléfono y llena tu tienda.
application-sign-in = Entrar
application-refused = El Centro no ha admitido tu cooperativa:
application-again = Solicitarlo de nuevo

## En el Centro

application-list = Solicitudes
application-none = No hay ninguna.
application-state-waiting = En espera
application-state-admitted = Admitidas
application-state-refused = Rechazadas
application-back = Todas las solicitudes
application-became = A la cooperativa
application-admit = Admitir
application-admit-text = La cooperativa está enseguida en la tienda, con la persona de contacto como dueña, que recibe un mensaje. Lo que publique espera tu confirmación hasta que lo cambies.
application-slug = Nombre en la dirección
application-slug-hint = Minúsculas latinas, cifras y guiones. No se cambia después.
application-slug-taken = Otra cooperativa tiene este nombre. Elige otro.
application-slug-wrong = Usa minúsculas latinas y cifras, con guiones solo entre ellas, y ninguna palabra de las direcciones de la tienda, como new, shops o zh.
application-refuse = Rechazar
application-overtaken = Esta solicitud ya está decidida y esta vez no se ha hecho nada. Abajo se ve qué se decidió.
application-reason = Motivo
application-reason-hint = Lo lee quien hizo la solicitud y lo recibe en un mensaje.
application-done-admit = Admitida. La persona dueña recibe un mensaje.
application-done-refuse = Rechazada. Quien la envió recibe un mensaje.

## Documentos

application-documents = Documentos
application-documents-text = Si los tienes, añade papeles como el registro de tu cooperativa: hasta cinco fotos o PDF de 10 MB cada uno. Solo los abre el Centro.
application-document-file = Elegir una foto o un PDF
application-document-add = Añadir el documento
application-document-remove = Retirar
application-document-remove-named = Retirar { $name }
application-document-added = El documento está añadido.
application-document-other = Con este formulario ya llegó otro archivo, y ese se aceptó. El que has elegido ahora no: elígelo otra vez.
application-document-busy = Ahora mismo se están enviando muchos archivos y este no se ha recibido. Tu solicitud sigue ahí. Espera un minuto y envía el archivo otra vez.
application-document-not-added = El documento no se ha añadido: ya había cinco.
application-document-decided = Tu solicitud ya está decidida: no se ha añadido ni retirado nada.
application-documents-full = Hay cinco documentos y no caben más. Retira uno para añadir otro.
application-document-removed = Se ha retirado el documento.
application-document-not-there = Ese documento ya no estaba; no se ha retirado nada.
application-document-size = { $size } kB
application-document-missing = Elige un archivo que no esté vacío.
application-document-too-large = El archivo pesa más de 10 MB. Haz una foto más pequeña o divide el PDF.
application-document-other-kind = No es una foto (JPEG, PNG, WebP) ni un PDF.
application-document-broken = No se puede leer este archivo. Haz la foto otra vez o guarda de nuevo el PDF.
