shop-hello = سالام { UPPER($name) }
