### Cabecera, barra inferior, pie y páginas de error.

## Header and bottom bar

shell-search-hint = Almendra, miel, dátil…
shell-products-short = Productos
shell-cooperatives-short = Tiendas
shell-stations-short = Recogida
shell-cart-short = Carrito

## Footer

shell-footer-order = Buscar mi pedido
shell-footer-sign-in = Acceso para vendedores

## Pages that say something went wrong; the text under these titles is in common.ftl

shell-error-missing-title = Hemos buscado por todas partes
shell-error-busy-title = Un momento, por favor
shell-error-internal-title = Ha sido culpa nuestra
shell-error-changed-title = Algo ha cambiado
shell-error-kept = Quizá alguien acaba de quitarlo. Lo que escribiste sigue en esta página: cuando vuelva a estar, envíalo otra vez desde aquí.
shell-error-back = Con el botón Atrás del navegador vuelves al formulario; casi todos muestran aún lo que escribiste. Cópialo antes de acortarlo.
shell-cart-see = Ver el carrito
shell-error-products = Ver todos los productos
