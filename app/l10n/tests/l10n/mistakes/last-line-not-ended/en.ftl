shop-open = The shop is open
shop-closed = The shop is closed
