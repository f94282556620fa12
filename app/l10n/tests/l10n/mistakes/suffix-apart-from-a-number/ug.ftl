shop-items = { $count } دىن كۆپ
