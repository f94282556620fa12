shop-hello = سالام { $name
