shop-title = <b>بازارغا خۇش كەپسىز</b>
