### Ventas.

figures-title = Ventas
figures-period = Periodo
figures-days = Últimos 30 días
figures-months = 12 meses
figures-sold = vendido
figures-orders = pedidos
figures-when = Cuándo
figures-month = { $month } { $year }
figures-chart = Gráfico de ventas; la tabla de abajo dice lo mismo
figures-as-table = En una tabla
figures-none = En este tiempo no se vendió nada.
figures-owed = Tus productos, según por dónde van
figures-delivered = Entregado y pagado
figures-under-way = Aceptado, aún sin entregar
figures-waiting = Aún sin aceptar
figures-owed-note = En total, solo productos: el envío es del transportista. Lo que se queda el Centro y lo que te ha pagado está en «Lo que se te debe».
figures-products = Lo más vendido
figures-places = Adónde van los pedidos
figures-buyers = Compradores
figures-buyers-all = Han comprado
figures-buyers-again = De ellos, más de una vez
figures-place-orders = { $count ->
    [one] { $count } pedido
   *[other] { $count } pedidos
}
figures-ordered = Pedido, en todos los pedidos en pie
figures-taken-off = Descontado por enviar menos
figures-given-back = Devuelto después de la entrega
figures-export-note = Los números de esta página, con todos los productos y lugares. No nombra a nadie.
figures-column-part = Parte
figures-column-what = Qué
figures-column-people = Personas
figures-column-yuan = Yuanes
figures-views = Lo que mira la gente
figures-views-note = De los últimos 30 días. Cuenta cada vez que se abre una página, y una imagen cuando alguien llega a ella. Nadie sabe quién fue.
figures-views-none = En los últimos 30 días nadie ha mirado todavía sus páginas.
figures-views-products = Productos más vistos
figures-views-pictures = Imágenes e historias más vistas
figures-views-few = menos de 5
figures-column-views = Vistas
