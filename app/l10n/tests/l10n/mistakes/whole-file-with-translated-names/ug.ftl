dukan-ochuq = ئوچۇق
dukan-taqalghan = تاقالغان
dukan-salam = بازارغا خۇش كەپسىز
dukan-bugun = بۈگۈن
dukan-ete = ئەتە
dukan-rehmet = رەھمەت
