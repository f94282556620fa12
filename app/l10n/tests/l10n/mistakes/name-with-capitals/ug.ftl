Shop_Title = بازارغا خۇش كەپسىز
