shop-hello = سالام { name() }
