shop-hello = سالام { $ name }
