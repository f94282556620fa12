cart-pay = Paga aquí: https://bazar-pagos.com/hoy
