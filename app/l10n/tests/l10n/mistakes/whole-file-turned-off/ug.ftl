# shop-open = ئوچۇق
# shop-closed = تاقالغان
# shop-welcome = بازارغا خۇش كەپسىز
# shop-today = بۈگۈن
# shop-tomorrow = ئەتە
# shop-thanks = رەھمەت
