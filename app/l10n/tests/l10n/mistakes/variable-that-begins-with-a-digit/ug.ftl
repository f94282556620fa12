shop-hello = سالام { $1 }
