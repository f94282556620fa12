### Campos de los formularios.

form-optional = opcional
