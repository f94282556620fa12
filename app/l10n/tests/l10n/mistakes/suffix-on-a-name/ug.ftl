shop-hello = { $name }غا سالام
