// Back and Forward show a page as it was left, from memory.

import { CartPage } from "../cart/cart";
import { ProductPage } from "../catalog/product";
import { CheckoutPage, GULNAR, STATION } from "../checkout/checkout";
import { atCheckout, withCart } from "../checkout/shopper";
import { expect, inEachLanguage, test, Words } from "../setup/test";
import { Header } from "./header";
import { held } from "./heap";
import { isReady, pagesAskedFor, saveData, staysTheSame } from "./moving";

const es = new Words("es");
const BADAM = "Almendras de cáscara fina";

inEachLanguage((words, language) => {
  test(`back in ${language} shows the page as it was left, without asking for it`, { tag: "@script" }, async ({ page }) => {
    await page.goto(`/${language}/products`);
    await isReady(page);
    const same = await staysTheSame(page);
    const typed = page.getByRole("main").locator("input:not([type=hidden]):not([type=checkbox]):not([type=radio])").first();
    const folded = page.getByRole("main").locator("details").first();
    if ((await folded.count()) > 0 && (await folded.getAttribute("open")) === null) await folded.locator("summary").click();
    await typed.fill("12");
    const product = page.getByRole("article").nth(9);
    await product.scrollIntoViewIfNeeded();
    const left = await page.evaluate(() => scrollY);
    expect(left).toBeGreaterThan(300);
    await product.getByRole("link").first().click();
    await expect(page).toHaveURL(/\/products\/./);
    expect(await page.evaluate(() => scrollY)).toBe(0);

    const asked = pagesAskedFor(page);
    await page.goBack();
    await expect(page).toHaveURL(/\/products$/);
    await expect(typed).toHaveValue("12");
    await expect.poll(() => page.evaluate(() => scrollY)).toBeCloseTo(left, -1);
    await expect(page.getByRole("main")).not.toHaveAttribute("aria-busy");
    await page.goForward();
    await expect(page).toHaveURL(/\/products\/./);
    await page.goBack();
    await expect.poll(() => page.evaluate(() => scrollY)).toBeCloseTo(left, -1);
    expect(asked.filter((path) => path.endsWith("/products"))).toEqual([]);
    expect(await same()).toBe(true);
  });
});

test("what was chosen on a product is chosen when one comes back, and its form still works", { tag: "@script" }, async ({ page }) => {
  const product = new ProductPage(page, es);
  const header = new Header(page, es);
  await product.open();
  await isReady(page);
  await product.form.getByRole("radio").nth(1).check();
  await product.more.click();
  await expect(product.amount).toHaveValue("2");
  const sum = await product.sum.innerText();
  await header.toProducts();
  await page.goBack();
  await expect(product.form.getByRole("radio").nth(1)).toBeChecked();
  await expect(product.amount).toHaveValue("2");
  await expect(product.sum).toHaveText(sum);
  await product.more.click();
  await expect(product.amount).toHaveValue("3");
  await product.addButton.click();
  await expect(header.badge).toHaveText("1");
});

test("a strip that was scrolled sideways is where it was", { tag: "@script" }, async ({ page }) => {
  await page.goto("/ug/products/thin-shell-badam");
  await isReady(page);
  const strip = page.locator(".c-gallery");
  await strip.evaluate((element) => element.scrollTo({ left: -element.clientWidth, behavior: "instant" }));
  const left = await strip.evaluate((element) => element.scrollLeft);
  expect(left).toBeLessThan(-100);
  await new Header(page, new Words("ug")).toProducts();
  await page.goBack();
  await expect.poll(() => strip.evaluate((element) => Math.round(element.scrollLeft))).toBe(Math.round(left));
});

test("a cart one comes back to has what was added meanwhile, without being asked for", { tag: "@script" }, async ({ page }) => {
  const cart = await withCart(page, es, "green-raisins");
  await cart.open();
  await isReady(page);
  await expect(cart.lines).toHaveCount(1);
  const header = new Header(page, es);
  await header.toProducts();
  await page.getByRole("article").filter({ hasText: BADAM }).first().getByRole("button", { name: es.match("product-add-named") }).click();
  await expect(header.badge).toHaveText("2");
  const asked = pagesAskedFor(page);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: es.say("cart-title") })).toBeVisible();
  await expect(cart.lines).toHaveCount(2);
  await expect(cart.quantity(BADAM)).toBeVisible();
  expect(asked).not.toContain("/es/cart");
});

test("a page the browser kept whole has the cart as it is now, and stays as it was left", { tag: "@script" }, async ({ page }) => {
  const cart = await withCart(page, es, "green-raisins");
  await cart.open();
  await isReady(page);
  const same = await staysTheSame(page);
  const search = page.locator("header [name=q]");
  await search.fill("bad");
  const other = await page.context().newPage();
  await withCart(other, es);
  await other.close();
  await expect(cart.lines).toHaveCount(1);
  // Tests have no such cache: the browser says this when a page comes out of it.
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await expect(cart.lines).toHaveCount(2);
  await expect(new Header(page, es).badge).toHaveText("2");
  await expect(search).toHaveValue("bad");
  expect(await same()).toBe(true);
  // The one that was there still listens.
  await cart.quantity(BADAM).fill("4");
  await cart.quantity(BADAM).blur();
  await expect(cart.lines.filter({ hasText: BADAM }).getByTestId("line-total")).toContainText("107,20");
});

test("after an order was sent, back does not show the cart as it was before", { tag: "@script" }, async ({ page }) => {
  const cart = await withCart(page, es);
  await cart.open();
  await isReady(page);
  await cart.checkOut();
  const checkout = new CheckoutPage(page, es);
  await checkout.fill(GULNAR, STATION, "cash");
  await checkout.place();
  await expect(new Header(page, es).badge).toBeHidden();
  await page.goBack();
  await expect(page.getByRole("main")).not.toHaveAttribute("aria-busy");
  await expect(cart.lines).toHaveCount(0);
  await expect(page.getByRole("button", { name: es.say("checkout-place"), exact: true })).toHaveCount(0);
});

test("from the cart to the checkout and back the document stays", { tag: "@script" }, async ({ page }) => {
  const cart = await withCart(page, es);
  await cart.open();
  await isReady(page);
  const same = await staysTheSame(page);
  await cart.checkOut();
  await page.goBack();
  await expect(cart.quantity(BADAM)).toBeVisible();
  expect(await same()).toBe(true);
});

test("a page loaded anew is where it was left", { tag: "@script" }, async ({ page }) => {
  await page.goto("/es/products");
  await isReady(page);
  await page.getByRole("article").nth(9).scrollIntoViewIfNeeded();
  const left = await page.evaluate(() => scrollY);
  await page.reload();
  await isReady(page);
  expect(await page.evaluate(() => scrollY)).toBeCloseTo(left, -1);
});

test("who asks for few bytes has back and forward all the same", { tag: "@script" }, async ({ page }) => {
  await saveData(page);
  await page.goto("/es/products");
  const same = await staysTheSame(page);
  await new Header(page, es).menu.getByRole("link", { name: es.say("shell-cooperatives-short") }).click();
  await expect(page.getByRole("heading", { level: 1, name: es.say("nav-cooperatives") })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: es.say("catalog-list-title") })).toBeVisible();
  expect(await same()).toBe(true);
});

/** Rounds of four pages; `BAZAR_ROUNDS=125` goes over 500. */
const ROUNDS = Number(process.env.BAZAR_ROUNDS ?? 20);

test("many navigations leave nothing behind", { tag: "@script" }, async ({ page }) => {
  test.setTimeout(60_000 + ROUNDS * 10_000);
  const header = new Header(page, es);
  await page.goto("/es");
  await isReady(page);
  const round = async () => {
    await header.toProducts();
    await page.getByRole("article").nth(1).getByRole("link").first().click();
    await expect(page).toHaveURL(/\/products\/./);
    await header.menu.getByRole("link", { name: es.say("shell-cooperatives-short") }).click();
    await expect(page).toHaveURL(/\/shops$/);
    await header.menu.getByRole("link", { name: es.say("nav-home") }).click();
    await expect(page).toHaveURL(/\/es$/);
  };
  const devtools = await page.context().newCDPSession(page);
  // By then Back has as many pages as it keeps.
  for (let rounds = 0; rounds < 5; rounds += 1) await round();
  const early = await held(devtools);
  for (let rounds = 5; rounds < ROUNDS; rounds += 1) await round();
  const late = await held(devtools);
  // A page has some thousand nodes, and its smallest island more than 500 bytes.
  const more = (ROUNDS - 5) * 4;
  for (const [what, most] of [["nodes", 200], ["listeners", 5], ["bytes", more * 500]] as const) {
    expect(late[what] - early[what], `${what}: ${early[what]} after 20, ${late[what]} after ${more} more`).toBeLessThan(most);
    expect(late[what] / early[what], `${what}: ${early[what]} after 20, ${late[what]} after ${more} more`).toBeLessThan(1.1);
  }
});

test("the checkout's typed text is there when one goes to look at the cart and comes back", { tag: "@script" }, async ({ page }) => {
  const checkout = await atCheckout(page, es);
  await isReady(page);
  await new Header(page, es).toCart();
  await expect(new CartPage(page, es).lines).toHaveCount(1);
  await page.goBack();
  await expect(checkout.name).not.toHaveValue("");
  await expect(checkout.station).toHaveValue("B003");
});
