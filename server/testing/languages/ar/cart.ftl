# Arabic, a fixture of the tests. What it lacks is said in its fallback.

cart-title = السلة
cart-added = أصبح في سلتك.
cart-empty-title = سلتك فارغة
cart-remove = إزالة
cart-update = تحديث الكميات
cart-summary = الملخص
cart-goods = البضائع
cart-continue = متابعة التسوق
