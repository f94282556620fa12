shop-title = حەسەل ع ة ذ
