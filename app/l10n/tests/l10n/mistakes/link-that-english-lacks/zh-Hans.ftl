cart-pay = 请加微信号：bazar_pay 付款
