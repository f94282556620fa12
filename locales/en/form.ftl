### Fields of forms, wherever they are.

# Small word beside the label of a field that may stay empty.
form-optional = optional
