// The narrowest phone still shows whole pages: nothing has to be pushed sideways.

import { CartPage } from "../cart/cart";
import { type Buyer, STATION } from "../checkout/checkout";
import { atCheckout } from "../checkout/shopper";
import { OrderPage } from "../orders/order";
import { expect, inEachLanguage, type Page, test, Words } from "../setup/test";
import { signIn } from "../studio/day";
import { Studio } from "../studio/studio";
import { PUBLIC_PAGES } from "./pages";

test.use({ viewport: { width: 320, height: 640 } });

/** Somebody with a name that has no place to break. */
const LONG: Buyer = { name: "گ".repeat(60), phone: "+34 600 123 456" };

async function expectFits(page: Page) {
  const { wide, screen, widest } = await page.evaluate(() => {
    const root = document.documentElement;
    // What one pushes aside in a row of its own pushes nothing.
    const isInRow = (element: Element | null): boolean =>
      element !== null && element !== document.body && (getComputedStyle(element).overflowX !== "visible" || isInRow(element.parentElement));
    const beyond = [...document.querySelectorAll("body *")].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > root.clientWidth + 1 || box.left < -1) && !isInRow(element.parentElement);
    });
    return {
      wide: root.scrollWidth,
      screen: root.clientWidth,
      widest: beyond.slice(0, 5).map((element) => `${element.localName}.${element.className} ${element.textContent?.slice(0, 20)}`),
    };
  });
  expect(wide, `${page.url()} is pushed out by ${widest.join(", ")}`).toBeLessThanOrEqual(screen);
}

inEachLanguage((words, language) => {
  test(`public pages fit in ${language}`, { tag: "@script" }, async ({ page }) => {
    for (const path of Object.values(PUBLIC_PAGES)) {
      await page.goto(`/${language}${path}`);
      await expectFits(page);
    }
  });

  test(`cart, checkout and order fit in ${language}`, { tag: "@script" }, async ({ page }) => {
    const checkout = await atCheckout(page, words);
    await new CartPage(page, words).open();
    await expectFits(page);
    await checkout.open();
    await expectFits(page);
    await checkout.choose("checkout-delivery-address");
    await expectFits(page);
    await checkout.fill(LONG, STATION, "transfer");
    await checkout.place();
    await expectFits(page);
  });

  test(`the work area fits in ${language}`, { tag: "@script" }, async ({ page, shop }) => {
    await new Studio(page, words).signIn(shop);
    for (const path of ["", "/shop", "/orders", "/packing", "/products", "/products/1"]) {
      await page.goto(`/${language}/studio${path}`);
      await expectFits(page);
      const { height } = (await page.locator("nav.c-ways").boundingBox()) ?? { height: 0 };
      expect(height, path).toBeLessThan(64);
    }
  });

  test(`a work area's menu takes one line in ${language}`, { tag: "@script" }, async ({ page, shop }) => {
    await signIn(page, words, shop, "centre", "centre/money");
    for (const path of ["/money", "/damage", "/audit"]) {
      await page.goto(`/${language}/centre${path}`);
      await expectFits(page);
      const menu = page.locator("nav.c-ways");
      const { height } = (await menu.boundingBox()) ?? { height: 0 };
      expect(height, path).toBeGreaterThan(40);
      expect(height, path).toBeLessThan(80);
      // Where one is stands first, and the rest is pushed aside.
      await expect(menu.locator("[aria-current]")).toBeInViewport({ ratio: 1 });
    }
  });
});

test("a name without a place to break fits where people work", { tag: "@script" }, async ({ page, shop, someoneElse }) => {
  const words = new Words("es");
  const buyer = await someoneElse();
  const checkout = await atCheckout(buyer, words);
  await checkout.fill(LONG, STATION, "transfer");
  await checkout.place();
  const code = await new OrderPage(buyer, words).codeText();
  await new Studio(page, words).signIn(shop);
  await page.goto("/es/studio/orders");
  await expectFits(page);
  await page.getByRole("main").getByRole("link", { name: code }).first().click();
  await expect(page).toHaveURL(/\/orders\/\d+$/);
  await expect(page.getByRole("main")).toContainText(LONG.name);
  await expectFits(page);
  const centre = await someoneElse();
  await signIn(centre, words, shop, "centre", "centre/money");
  await expect(centre.getByRole("main")).toContainText(LONG.name);
  await expectFits(centre);
});
