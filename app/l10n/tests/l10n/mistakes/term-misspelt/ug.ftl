-brand = Altun
shop-title = بازارغا خۇش كەپسىز: { -brnd }
