# Russian, a fixture of the tests. What it lacks is said in its fallback.

checkout-title = Оформление заказа
checkout-recipient = Получатель
checkout-name = Имя
checkout-phone = Номер телефона
checkout-delivery = Доставка
checkout-station = Пункт выдачи
checkout-payment = Способ оплаты
checkout-summary = Ваш заказ
checkout-total = Итого
checkout-place = Заказать
