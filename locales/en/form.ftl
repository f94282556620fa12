### Fields of forms, wherever they are.

# Small word beside the label of a field that may stay empty.
form-optional = optional
# Above what is wrong with a file: a browser keeps what was typed, and no file.
form-file-refused = The file was not taken. A browser does not keep files: choose it again, or another one, and send it.
