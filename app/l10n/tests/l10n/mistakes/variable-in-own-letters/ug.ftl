shop-hello = سالام { $ئىسىم }
