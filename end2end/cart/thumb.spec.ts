// The cart and the checkout under a thumb: what one presses is in reach, and nothing lies over it.

import { ProductPage } from "../catalog/product";
import { atCheckout, withCart } from "../checkout/shopper";
import { expect, inEachLanguage, test, Words } from "../setup/test";
import { isHydrated } from "../shell/header";
import { hold, isReady, pagesAskedFor } from "../shell/moving";

test.use({ viewport: { width: 360, height: 560 } });

const es = new Words("es");

inEachLanguage((words, language) => {
  test(`sum and checkout are in view wherever one is in a long cart in ${language}`, async ({ page }) => {
    for (const slug of ["thin-shell-badam", "red-dates", "rose-jam", "green-raisins"]) await withCart(page, words, slug);
    await page.goto(`/${language}/cart`);
    const button = page.getByTestId("checkout");
    const menu = await page.locator(".c-menu").boundingBox();
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    const last = await page.getByTestId("cart-update").evaluate((update) => update.getBoundingClientRect().top + scrollY);
    expect(last).toBeGreaterThan(560);
    for (const top of [0, last / 2, last - 300]) {
      await page.evaluate((y) => scrollTo({ top: y, behavior: "instant" }), Math.min(top, height));
      for (const what of [button, page.getByTestId("cart-goods")]) {
        const box = await what.boundingBox();
        expect(box && menu && box.y + box.height <= menu.y + 0.5 && box.y > 0, `at ${top}`).toBe(true);
      }
    }
    await button.click();
    await expect(page).toHaveURL(/\/checkout$/);
  });
});

test("what was removed far down can be put back where one is", { tag: "@script" }, async ({ page }) => {
  for (const slug of ["thin-shell-badam", "red-dates", "rose-jam"]) await withCart(page, es, slug);
  await page.goto("/es/cart");
  await isHydrated(page);
  const last = page.getByTestId("cart-remove").last();
  await last.scrollIntoViewIfNeeded();
  await last.click();
  await expect(page.getByTestId("cart-line")).toHaveCount(2);
  const undo = page.getByRole("button", { name: es.say("cart-undo") });
  await expect(undo).toBeInViewport();
  await undo.click();
  await expect(page.getByTestId("cart-line")).toHaveCount(3);
});

test("what was removed is put back without a script, too", async ({ page }) => {
  await withCart(page, es, "red-dates");
  await page.goto("/es/cart");
  await page.getByTestId("cart-remove").click();
  await expect(page.getByTestId("cart-line")).toHaveCount(0);
  await page.getByRole("button", { name: es.say("cart-undo") }).click();
  await expect(page.getByTestId("cart-line")).toHaveCount(1);
});

test("the message after adding leads to the cart and covers nothing", { tag: "@script" }, async ({ page }) => {
  const product = new ProductPage(page, es);
  await product.open();
  await isHydrated(page);
  await product.addButton.click();
  const message = page.locator("#status");
  await expect(message).toContainText(/\d/);
  const covered = await message.evaluate((said) => {
    const over = said.getBoundingClientRect();
    const others = ".c-buy button, .c-menu a, .c-search input, .c-header__home, .c-languages a";
    return [...document.querySelectorAll(others)].filter((control) => {
      const { left, right, top, bottom, width } = control.getBoundingClientRect();
      return width > 0 && left < over.right && right > over.left && top < over.bottom && bottom > over.top;
    }).length;
  });
  expect(covered).toBe(0);
  await message.getByRole("link", { name: es.say("shell-cart-see") }).click();
  await expect(page).toHaveURL(/\/es\/cart$/);
  await expect(message, "it was about the page that was left").toBeEmpty({ timeout: 2_000 });
});

test("the return key sends the order", async ({ page }) => {
  const checkout = await atCheckout(page, es);
  await checkout.name.press("Enter");
  await expect(page.getByTestId("thanks")).toBeVisible();
});

test("what is wrong with an order has the focus", async ({ page, quiet }) => {
  quiet.allowed.push(/status of 422/);
  const checkout = await atCheckout(page, es);
  await checkout.phone.fill("12");
  await checkout.placeButton.click();
  await expect(page.locator("#errors")).toBeFocused();
});

test("stations with their hours are looked up over the form", { tag: "@script" }, async ({ page }) => {
  const checkout = await atCheckout(page, es);
  await isReady(page);
  await checkout.field("checkout-township").selectOption("badamche");
  const dialog = page.getByRole("dialog", { name: es.say("checkout-station-see") });
  await page.getByRole("link", { name: es.say("checkout-station-see") }).click();
  await expect(dialog.getByRole("article").first()).toContainText(/\d\d:\d\d/);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(checkout.name).not.toHaveValue("");
  expect(page.url()).toContain("/checkout");
});

test("they open once, however often one presses", { tag: "@script" }, async ({ page }) => {
  const checkout = await atCheckout(page, es);
  await isReady(page);
  await checkout.field("checkout-township").selectOption("badamche");
  const asked = pagesAskedFor(page);
  const answer = await hold(page, "**/es/stations*");
  const link = page.getByRole("link", { name: es.say("checkout-station-see") });
  await link.click();
  await link.click();
  await answer.release();
  await expect(page.getByRole("dialog").getByRole("article").first()).toBeVisible();
  expect(asked).toHaveLength(1);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

// Scripts narrow the list without an answer.
test("the answer to a township shows the place one was at", { tag: "@no-script" }, async ({ page }) => {
  await withCart(page, es);
  await page.goto("/es/checkout");
  await page.getByRole("button", { name: es.say("checkout-township-show") }).click();
  await expect(page.locator("#field-township")).toBeInViewport();
});
