### Puntos de recogida, por municipio.

stations-lead = Recoge tu pedido y paga en efectivo. Allí también pueden pedir por ti.
stations-township = Municipio
stations-township-all = Todos los municipios
stations-query = Nombre, pueblo o número
stations-find = Buscar
stations-count = { $count ->
    [one] { $count } punto
   *[other] { $count } puntos
}
stations-hours = Horario
stations-hours-daily = Todos los días
stations-goods = Qué se puede recoger aquí
stations-empty-title = No hay ningún punto así
stations-empty-text = Prueba a escribirlo de otra forma o elige el municipio.
stations-empty-all = Todos los municipios
