# Messages to a phone.

# where: text message to the buyer after an order was placed
# $code: the order code
message-order-placed = Your order { $code } is placed. Follow it with this code and the last four digits of your phone.
