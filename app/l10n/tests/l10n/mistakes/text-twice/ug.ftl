shop-title = بازارغا خۇش كەپسىز
shop-title = ھەممە مال تازا
