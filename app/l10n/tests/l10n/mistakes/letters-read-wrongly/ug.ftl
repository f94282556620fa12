shop-title = Ø¨Ø§Ø²Ø§Ø±
