shop-title = چوڭ بازار مەيدانى
