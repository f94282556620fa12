(a note)
shop-title = بازارغا خۇش كەپسىز
