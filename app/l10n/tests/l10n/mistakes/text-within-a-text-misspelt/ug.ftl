shop-title = بازارغا خۇش كەپسىز
shop-more = { shop-titel }
