# Arabic, a fixture of the tests. What it lacks is said in its fallback.

checkout-title = إتمام الطلب
checkout-recipient = المستلم
checkout-name = الاسم
checkout-phone = رقم الهاتف
checkout-delivery = التسليم
checkout-station = نقطة الاستلام
checkout-payment = طريقة الدفع
checkout-summary = طلبك
checkout-total = المجموع
checkout-place = أرسل الطلب
