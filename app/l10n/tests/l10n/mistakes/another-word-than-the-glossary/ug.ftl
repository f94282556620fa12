shop-title = سېۋىتىڭىز
