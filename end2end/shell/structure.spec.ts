// What a screen reader finds on the main pages, in order. Prices and what is in season may change; the ways may not.

import { withCart } from "../checkout/shopper";
import { expect, type Page, test, Words } from "../setup/test";

const words = new Words("es");

async function expectHeader(page: Page, path: string, cart: string) {
  await expect(page.getByRole("banner")).toMatchAriaSnapshot(`
    - banner:
      - link "Bazar":
        - /url: /es
      - navigation "Idioma":
        - link "ئۇيغۇرچە":
          - /url: /ug${path}
        - link "中文":
          - /url: /zh${path}
      - search:
        - searchbox "Buscar"
        - button "Buscar"
      - navigation "Menú principal":
        - link "Inicio":
          - /url: /es
        - link "Productos":
          - /url: /es/products
        - link "Tiendas":
          - /url: /es/shops
        - link "Pedidos":
          - /url: /es/orders
        - link "${cart}":
          - /url: /es/cart
  `);
}

test("home", { tag: "@script" }, async ({ page }) => {
  await page.goto("/es");
  await expectHeader(page, "", "Carrito");
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading "Del huerto a tu mesa" [level=1]
      - link "Ver qué hay":
        - /url: /es/products
      - navigation "Categorías":
        - list:
          - listitem:
            - link "Almendras":
              - /url: /es/products?category=badam
          - listitem:
            - link "Nueces":
              - /url: /es/products?category=walnuts
      - heading "Cómo funciona" [level=2]
      - list:
        - listitem:
          - heading "Elige" [level=3]
        - listitem:
          - heading "Haz el pedido" [level=3]
        - listitem:
          - heading "Recibe" [level=3]
      - heading "Lo más vendido" [level=2]
      - link "Ver todo":
        - /url: /es/products
      - list:
        - listitem:
          - article:
            - link:
              - heading [level=3]
            - paragraph: /CNY/
            - paragraph: /Cooperativa/
            - button /Añadir a favoritos/
            - button /Añadir .+ al carrito/
      - heading "A quién le compras" [level=2]
      - list:
        - listitem:
          - link /Cooperativa Altun Badam/:
            - /url: /es/shops/altun-badam
      - heading /208 puntos de recogida/ [level=2]
      - link "Buscar un punto":
        - /url: /es/stations
  `);
});

test("product", { tag: "@script" }, async ({ page }) => {
  await page.goto("/es/products/thin-shell-badam");
  await expectHeader(page, "/products/thin-shell-badam", "Carrito");
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - article:
        - list "Imágenes":
          - listitem:
            - link /Almendras de cáscara fina.+imagen .*1.*Ampliar/
          - listitem:
            - link /Almendras de cáscara fina.+imagen .*2.*Ampliar/
        - heading "Almendras de cáscara fina" [level=1]
        - paragraph: /CNY/
        - paragraph:
          - link "Almendras":
            - /url: /es/products?category=badam
        - list:
          - listitem: /Cosecha de \\d+/
        - group "Elige el tamaño":
          - radio /500 g .+CNY/ [checked]
          - radio /1 kg .+CNY/
          - radio /2,5 kg .+CNY/
          - radio /A granel .+CNY/
        - button "Uno menos"
        - textbox "Cantidad": "1"
        - button "Uno más"
        - button /Añadir al carrito/
        - heading "Envío" [level=2]
        - list:
          - listitem: /punto de recogida/
          - listitem: /A domicilio/
          - listitem: /peso/
        - paragraph: /La cáscara es tan fina/
        - heading "Cooperativa Altun Badam" [level=2]
        - link "Su historia y su tienda":
          - /url: /es/shops/altun-badam
      - heading "Más de esta cooperativa" [level=2]
      - list:
        - listitem:
          - article
      - heading "Productos parecidos" [level=2]
      - list:
        - listitem:
          - article
  `);
});

test("cart", { tag: "@script" }, async ({ page }) => {
  await (await withCart(page, words)).open();
  await expectHeader(page, "/cart", "Carrito 1");
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading "Carrito" [level=1]
      - heading "Cooperativa Altun Badam" [level=2]:
        - link "Cooperativa Altun Badam":
          - /url: /es/shops/altun-badam
      - list:
        - listitem:
          - link "Almendras de cáscara fina":
            - /url: /es/products/thin-shell-badam
          - paragraph: /CNY/
          - textbox /Cantidad de .*Almendras de cáscara fina/: "1"
          - button /Quitar .*Almendras de cáscara fina/
      - term: De esta cooperativa
      - definition: /CNY/
      - paragraph:
        - button "Actualizar cantidades"
        - link "Seguir comprando":
          - /url: /es/products
      - complementary "Resumen":
        - heading "Resumen" [level=2]
        - term: Peso con embalaje
        - definition: 540 g
        - term: Productos
        - definition: /CNY/
        - button "Finalizar compra"
  `);
});

test("checkout", { tag: "@script" }, async ({ page }) => {
  await withCart(page, words);
  await page.goto("/es/checkout");
  await expectHeader(page, "/checkout", "Carrito 1");
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - list "Pasos del pedido":
        - listitem:
          - link "Carrito":
            - /url: /es/cart
        - listitem: Tus datos
        - listitem: Pedido hecho
      - heading "Finalizar compra" [level=1]
      - group "Destinatario":
        - textbox "Nombre y apellidos"
        - textbox "Número de teléfono"
      - group "Entrega":
        - radio /Recoger en un punto de recogida/ [checked]
        - radio /Enviar a una dirección/
        - combobox "Municipio"
        - combobox "Punto de recogida"
        - paragraph:
          - link "Direcciones y horarios":
            - /url: /es/stations
      - group "Método de pago":
        - radio /En efectivo al recoger/ [checked]
        - radio /Transferencia bancaria/
      - textbox /Nota para el vendedor/
      - complementary "Tu pedido":
        - heading "Tu pedido" [level=2]
        - link "Cambiar el carrito":
          - /url: /es/cart
        - list:
          - listitem:
            - paragraph: Almendras de cáscara fina
            - paragraph: /1 ud\\./
        - term: Productos
        - definition: /CNY/
        - term: Gastos de envío
        - definition: /CNY/
        - term: Total
        - definition: /CNY/
        - group: Gastos de envío por provincia
        - button "Realizar pedido"
  `);
});
