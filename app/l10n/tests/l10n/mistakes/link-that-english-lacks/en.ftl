cart-pay = Pay here
