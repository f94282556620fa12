shop-title = جەدۋەل قىلىپ ساقلاڭ
