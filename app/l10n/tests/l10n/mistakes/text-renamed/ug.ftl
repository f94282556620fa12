shop-titel = بازارغا خۇش كەپسىز
