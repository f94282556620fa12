shop-title = بازارغا خۇش كەپسىز {
shop-hello = سالام { $name }
