shop-title = بازارغا خۇش كەپسىز
