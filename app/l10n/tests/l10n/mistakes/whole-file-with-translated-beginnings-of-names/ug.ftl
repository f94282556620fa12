dukan-open = ئوچۇق
dukan-closed = تاقالغان
dukan-welcome = بازارغا خۇش كەپسىز
dukan-today = بۈگۈن
dukan-tomorrow = ئەتە
dukan-thanks = رەھمەت
