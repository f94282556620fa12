shop-hello = سالام { $nam }
