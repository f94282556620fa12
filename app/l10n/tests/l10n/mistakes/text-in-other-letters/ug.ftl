shop-title = Bazargha xush kepsiz
