// The cart: putting in, changing, taking out; and what scripts make quicker about it.

import { ProductPage } from "../catalog/product";
import { withCart } from "../checkout/shopper";
import { expect, inEachLanguage, test, Words } from "../setup/test";
import { Header, isHydrated } from "../shell/header";
import { isReady } from "../shell/moving";
import { CartPage } from "./cart";

const es = new Words("es");
const BADAM = "Almendras de cáscara fina";

test("quantities are changed and lines taken out", async ({ page }) => {
  const cart = await withCart(page, es);
  await withCart(page, es, "green-raisins");
  await cart.open();
  await expect(cart.lines).toHaveCount(2);
  await cart.quantity(BADAM).fill("4");
  await cart.update();
  await expect(cart.lines.filter({ hasText: BADAM }).getByTestId("line-total")).toContainText("107,20");

  await cart.remove(BADAM);
  await expect(cart.lines).toHaveCount(1);
  await expect(cart.lines).not.toContainText(BADAM);
  await page.getByTestId("cart-remove").click();
  await expect(cart.isEmpty).toBeVisible();
});

test("a quantity that is not sold is said beside its field, and stays as typed", async ({ page, quiet }) => {
  quiet.allowed.push(/status of 422/);
  const cart = await withCart(page, es);
  await cart.open();
  await cart.quantity(BADAM).fill("2,5");
  await page.getByTestId("cart-update").click();
  await expect(cart.quantity(BADAM)).toHaveValue("2,5");
  await expect(cart.quantity(BADAM)).toHaveAccessibleDescription(es.match("product-quantity-range"));
});

inEachLanguage((words, language) => {
  test(`an amount that is not sold is said on the product's page in ${language}`, async ({ page, quiet, javaScriptEnabled }) => {
    quiet.allowed.push(/status of 422/);
    const product = new ProductPage(page, words);
    await product.open();
    // Said by the script at once, or by the shop's answer; what one types next belongs to the page that says it.
    if (javaScriptEnabled) await isReady(page);
    await product.amount.fill("1,5");
    await product.addButton.click();
    await expect(product.amount).toHaveValue("1,5");
    await expect(product.amount).toHaveAccessibleDescription(words.match("product-quantity-range"));
    await expect(product.name).toBeVisible();

    await product.amount.fill("2");
    await product.add();
  });
});

test("a number half typed is no mistake, a finished one is", { tag: "@script" }, async ({ page }) => {
  const product = new ProductPage(page, es);
  await product.open();
  await isHydrated(page);
  await product.amount.fill("0");
  await expect(product.problem).toBeHidden();
  await product.amount.blur();
  await expect(product.problem).toBeVisible();
  await expect(product.amount).toHaveAttribute("aria-invalid", "true");
  await product.amount.fill("3");
  await expect(product.problem).toBeHidden();
  await expect(product.amount).not.toHaveAttribute("aria-invalid");
});

test("what was refused beside an amount goes once it is added", { tag: "@script" }, async ({ page, quiet }) => {
  quiet.allowed.push(/status of 422/);
  const product = new ProductPage(page, es);
  await product.open();
  await isHydrated(page);
  await product.amount.fill("15");
  await product.add();
  await product.addButton.click();
  await expect(product.problem).toBeVisible();
  await expect(product.amount).toHaveAttribute("aria-invalid", "true");

  // Emptied in another tab.
  const cart = new CartPage(await page.context().newPage(), es);
  await cart.open();
  await cart.remove(BADAM);
  await expect(cart.isEmpty).toBeVisible();
  await product.addButton.click();
  await expect(product.problem).toBeHidden();
  await expect(product.amount).not.toHaveAttribute("aria-invalid");
});

test("goods of several cooperatives are one cart", async ({ page }) => {
  await withCart(page, es, "thin-shell-badam");
  const cart = await withCart(page, es, "green-raisins");
  await cart.open();
  await expect(page.getByTestId("cart-seller")).toHaveCount(2);
});

inEachLanguage((words, language) => {
  test(`adding in ${language} stays on the page and counts`, { tag: "@script" }, async ({ page }) => {
    const header = new Header(page, words);
    const product = new ProductPage(page, words);
    await product.open();
    await isHydrated(page);
    await expect(header.badge).toBeHidden();
    await page.evaluate(() => Object.assign(window, { stillHere: true }));

    await product.more.click();
    await product.more.click();
    await expect(product.amount).toHaveValue("3");
    await product.less.click();
    await expect(product.amount).toHaveValue("2");
    await expect(product.sum).toContainText(/53[.,]60/);
    await product.addButton.click();
    await expect(header.badge).toHaveText("1");
    await expect(page.getByRole("status")).not.toBeEmpty();
    expect(await page.evaluate(() => "stillHere" in window)).toBe(true);

    await header.toCart();
    await expect(page.getByTestId("cart-line").getByRole("textbox")).toHaveValue("2");
    await expect(header.badge).toHaveText("1");
  });
});

test("one does not step below the least that is sold", { tag: "@script" }, async ({ page }) => {
  const product = new ProductPage(page, es);
  await product.open();
  await isHydrated(page);
  await product.less.click();
  await expect(product.amount).toHaveValue("1");
});

test("an amount in the cart is saved as soon as it changes", { tag: "@script" }, async ({ page }) => {
  const cart = await withCart(page, es);
  await cart.open();
  await isHydrated(page);
  const saved = page.waitForResponse((answer) => answer.request().method() === "POST");
  await cart.quantity(BADAM).fill("3");
  await cart.quantity(BADAM).blur();
  await expect(cart.goods).toContainText("80,40");
  await saved;
  await page.reload();
  await expect(cart.quantity(BADAM)).toHaveValue("3");
});

test("without a network the page stays, says why, and adds when it is back", { tag: "@script" }, async ({ page, context, quiet }) => {
  quiet.allowed.push(/ERR_INTERNET_DISCONNECTED/);
  const product = new ProductPage(page, es);
  await product.open();
  await isHydrated(page);
  await context.setOffline(true);
  await product.addButton.click();
  await expect(page.getByRole("status")).toContainText(es.say("island-offline"));
  await expect(product.name).toContainText(BADAM);
  await product.more.click();
  await expect(product.amount).toHaveValue("2");

  await context.setOffline(false);
  await product.add();
  await new CartPage(page, es).open();
  await expect(page.getByTestId("cart-line").getByRole("textbox")).toHaveValue("2");
});
