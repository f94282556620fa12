### Fields of forms, wherever they are.

# Small word beside the label of a field that may stay empty.
form-optional = optional
# What is wrong with an amount of money that came in or was sent back.
form-amount = Enter an amount above 0 with at most two decimals, like 12.50. Write thousands without a comma, like 1000.
# What is wrong with an amount of money. $most: an amount.
form-amount-most = This is too much: the amount can be { $most } at the most.
# Above what is wrong with a file: a browser keeps what was typed, and no file.
form-file-refused = The file was not taken. A browser does not keep files: choose it again, or another one, and send it.
# What is wrong with a text. $most: characters it may have. $length: characters it has.
form-too-long = This is too long: { $most } characters at the most, and it has { $length }. Please shorten it.
