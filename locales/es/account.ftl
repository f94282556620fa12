### Inicio de sesión para miembros de las cooperativas y del Centro.

account-sign-in-title = Iniciar sesión
account-sign-in-text = Para miembros de las cooperativas y del Centro. Para comprar no hace falta cuenta.
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
