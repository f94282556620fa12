shop-hello = سالام
