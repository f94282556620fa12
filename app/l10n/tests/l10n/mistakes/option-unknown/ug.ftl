shop-items = بازارغا خۇش كەپسىز { NUMBER($count, digits: 2) }
