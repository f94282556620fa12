shop-open = دۇكان ئوچۇق shop-closed = دۇكان تاقاق
