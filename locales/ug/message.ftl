# Messages to a phone.

# where: text message to the buyer after an order was placed
# $code: the order code
message-order-placed = زاكازىڭىز تاپشۇرۇلدى: { $code }. بۇ نومۇر ۋە تېلېفونىڭىزنىڭ ئاخىرقى تۆت رەقىمى بىلەن زاكازنى كۆرەلەيسىز.
