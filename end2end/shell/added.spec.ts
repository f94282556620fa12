// Languages that an operator added: a folder of texts and a data file each. Buying works in them as in those built in, from right to
// left, with six plural forms and other digits.

import { CartPage } from "../cart/cart";
import { ProductPage } from "../catalog/product";
import { CheckoutPage, GULNAR, STATION } from "../checkout/checkout";
import { OrderPage } from "../orders/order";
import { expect, type Page, test } from "../setup/test";
import { ADDED_LOCALES, AddedWords } from "../setup/words";
import { Header, isHydrated } from "./header";

test.use({ shopNamed: "added", shopSettings: { locales: ADDED_LOCALES }, viewport: { width: 360, height: 560 } });

/** An amount of yuan as the language writes it. */
const YUAN = { ar: /^[٠-٩٬]+٫[٠-٩]{2}\s¥$/, kk: /^¥[\d\s]+,\d{2}$/, ru: /^[\d\s]+,\d{2}\s¥$/ };

async function toCart(page: Page, words: AddedWords) {
  const header = new Header(page, words);
  await header.openHome();
  const product = new ProductPage(page, words);
  const name = await product.openFrom(words.say("home-popular-title"));
  await product.add();
  await header.toCart();
  return { name, cart: new CartPage(page, words) };
}

for (const code of ["ar", "kk", "ru"] as const) {
  test(`buying in ${code}, which was added`, async ({ page }) => {
    const words = new AddedWords(code);
    const { name, cart } = await toCart(page, words);
    await expect(page.locator("html")).toHaveAttribute("dir", code === "ru" ? "ltr" : "rtl");
    await expect(cart.lines).toContainText(name);
    await expect(cart.goods).toHaveText(YUAN[code]);
    await cart.checkOut();
    const checkout = new CheckoutPage(page, words);
    await checkout.fill(GULNAR, STATION, "cash");
    const total = await checkout.total.innerText();
    expect(total.trim()).toMatch(YUAN[code]);
    await checkout.place();
    const order = new OrderPage(page, words);
    await expect(order.total).toHaveText(total);
    // Nothing is wider than the phone.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  test(`numbers that change in ${code} are written by the script as by the server`, { tag: "@script" }, async ({ page }) => {
    const { name, cart } = await toCart(page, new AddedWords(code));
    await isHydrated(page);
    const before = await cart.goods.innerText();
    // What is shown at once is kept once the server has answered.
    const kept = page.waitForResponse((answer) => answer.request().method() === "POST");
    await cart.quantity(name).fill("2");
    await cart.quantity(name).blur();
    await kept;
    await expect(cart.goods).not.toHaveText(before);
    const changed = await cart.goods.innerText();
    expect(changed.trim()).toMatch(YUAN[code]);
    await page.reload();
    await expect(cart.goods).toHaveText(changed);
  });
}

test("the languages that were added are a link away", async ({ page }) => {
  await page.goto("/ug/products/thin-shell-badam");
  await page.getByRole("link", { name: "Русский", exact: true }).click();
  await expect(page).toHaveURL(/\/ru\/products\/thin-shell-badam$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "ru");
  await page.getByRole("link", { name: "قازاقشا", exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "kk-Arab");
});
