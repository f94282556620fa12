### Inicio de sesión para miembros de las cooperativas y del Centro.

account-sign-in-title = Iniciar sesión
account-signed-out = Se había cerrado la sesión y lo que pulsaste no se hizo. Inicia sesión y púlsalo otra vez.
account-signed-out-kept = Tu sesión había terminado antes de enviar esto. Entra: se conserva y podrás enviarlo.
account-sent-title = Ya has entrado
account-sent-text = Lo que escribiste sigue aquí. Todavía no se ha enviado.
account-sent-send = Enviar ahora
account-sent-not = No enviarlo
account-sign-in-text = Para miembros de las cooperativas, del Centro y de los puntos de recogida, y para traductores. Para comprar no hace falta cuenta.
account-phone = Número de teléfono
account-password = Contraseña
account-sign-in = Entrar
account-code-title = Sin contraseña
account-code-text = Te enviamos un código de un solo uso al teléfono.
account-code-send = Enviar código
account-code-sent = Si este número es de un miembro, el código ya va en camino. Vale cinco minutos.
account-code = Código de un solo uso
account-code-again = Usar otro número o pedir otro código
account-sign-out = Cerrar sesión

## La cuenta propia

account-title = Tu cuenta
account-wait-instead = Si pediste un código, puedes entrar con tu contraseña.
account-wait-code = Mientras tanto, puedes pedir que te enviemos un código al teléfono.
account-works-title = Para quién trabajas
account-works-none = Ahora no eres miembro de nada. Pregunta a quien te invitó.
account-works-now = Ahora
account-works-switch = Trabajar aquí
account-sessions-title = Dónde has iniciado sesión
account-sessions-text = Cierra lo que no reconozcas y cambia después la contraseña.
account-session-this = Este dispositivo
account-session-unknown = Dispositivo desconocido
account-session-since = Inicio
account-session-seen = Último uso
account-session-end = Cerrar
account-sessions-end-others = Cerrar todas las demás
account-session-ended = Sesión cerrada.
account-password-first = Aún no tienes contraseña y entras con códigos. Si quieres, crea una.
account-password-others = Tras el cambio solo seguirás con la sesión de este dispositivo.
account-password-old = Contraseña actual
account-password-new = Contraseña nueva
account-password-hint = Al menos 8 caracteres de cualquier alfabeto; los espacios intermedios cuentan.
account-password-change = Cambiar contraseña
account-password-changed = Contraseña cambiada. Las demás sesiones se han cerrado.
account-password-wrong = Esta no es tu contraseña actual.
account-confirm-title = Confirma quién eres antes de seguir
account-confirm-title-money = Confirma quién eres antes de pagar dinero
account-confirm-title-people = Confirma quién eres antes de cambiar los miembros
account-confirm-title-devices = Confirma quién eres antes de cambiar tus dispositivos
account-confirm-text = Escribe tu contraseña o un código de un solo uso que te mandamos al teléfono. Te lo pedimos otra vez para que nadie más pueda hacerlo en un dispositivo que dejaste abierto. Lo que escribiste se conserva.
account-confirm-code = o código de un solo uso
account-confirm-password-wrong = La contraseña no es correcta. Compruébala o pide un código.
account-confirm-code-wrong = Este código no es correcto o tiene más de cinco minutos. Compruébalo o pide otro.
account-confirm-sent = El código va en camino a tu teléfono. Vale cinco minutos.
account-confirm = Continuar
