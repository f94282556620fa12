### Campos de los formularios.

form-optional = opcional
form-amount = Escribe un importe mayor que 0 con dos decimales como máximo, por ejemplo 12,50. Escribe los miles sin punto ni coma: 1000.
form-amount-most = Es demasiado: como mucho puede ser { $most }.
form-file-refused = El archivo no se ha aceptado. El navegador no guarda los archivos: elígelo de nuevo, o elige otro, y envíalo.
form-too-long = Es demasiado largo: { $most } caracteres como mucho, y tiene { $length }. Acórtalo, por favor.
