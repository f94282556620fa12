shop-hello = سالام { $name }
