### Campos de los formularios.

form-optional = opcional
form-file-refused = El archivo no se ha aceptado. El navegador no guarda los archivos: elígelo de nuevo, o elige otro, y envíalo.
