// What is sent without a network waits on the phone, says so, and is sent once.

import { CartPage } from "../cart/cart";
import { CheckoutPage, GULNAR } from "../checkout/checkout";
import { atCheckout } from "../checkout/shopper";
import { ProductPage } from "../catalog/product";
import { OrderPage } from "../orders/order";
import type { Line } from "../setup/line";
import { type Page, Words } from "../setup/test";
import { isHydrated } from "../shell/header";
import { isReady } from "../shell/moving";
import { Studio } from "../studio/studio";
import { expect, isWatched, test } from "./phone";

test.use({ shopNamed: "offline-sending" });

/** Somebody who has placed an order on a line that is dead: it waits. */
async function withWaitingOrder(page: Page, line: Line, words: Words) {
  await page.goto(`/${words.language}`);
  await isWatched(page);
  const checkout = await atCheckout(page, words);
  line.mood = "dead";
  await checkout.placeButton.click();
  const waiting = page.getByTestId("waiting-post");
  await expect(waiting).toContainText(words.say("offline-order-waits"));
  return waiting;
}

test("an order on a dead line waits, and is sent once", { tag: "@script" }, async ({ page, line }) => {
  const words = new Words("ug");
  const waiting = await withWaitingOrder(page, line, words);
  expect(line.count("/ug/checkout")).toBe(0);
  // Another page says so as well.
  await page.goto("/ug");
  await expect(page.getByTestId("waiting-line")).toContainText(words.say("offline-waits"));
  await page.getByTestId("waiting-line").getByRole("link").click();
  await expect(waiting).toBeVisible();

  line.mood = "good";
  await page.getByRole("button", { name: words.say("offline-send"), exact: true }).click();
  const order = new OrderPage(page, words);
  await expect(page.getByTestId("thanks")).toBeVisible();
  expect(line.count("/ug/checkout")).toBe(1);
  const code = await order.codeText();
  // Nothing waits any more, and the phone knows its order.
  await page.goto("/ug/orders");
  await expect(page.getByTestId("own-order")).toHaveCount(1);
  await expect(page.getByTestId("own-order")).toContainText(code);
  await expect(page.getByTestId("waiting-line")).toHaveCount(0);
});

test("the first page after the line is back has sent what waited, and shows what became of it", { tag: "@script" }, async ({ page, line }) => {
  const words = new Words("zh");
  await withWaitingOrder(page, line, words);
  line.mood = "good";
  await page.goto("/zh/orders");
  await expect(page.getByTestId("waiting-line")).toHaveCount(1);
  await expect(page.getByTestId("waiting-line")).toContainText(words.say("offline-order-sent"));
  await expect(page.getByTestId("own-order")).toHaveCount(1);
});

test("an order that waits is given up only after a question", { tag: "@script" }, async ({ page, line }) => {
  const words = new Words("ug");
  const waiting = await withWaitingOrder(page, line, words);
  const sure = waiting.getByRole("button", { name: words.say("offline-drop-sure"), exact: true });
  await expect(sure).toBeHidden();
  await waiting.getByText(words.say("offline-drop"), { exact: true }).click();
  await expect(waiting.getByText(words.say("offline-drop-ask"))).toBeVisible();
  await sure.click();
  await expect(page.getByText(words.say("offline-waiting-nothing"))).toBeVisible();
  await expect(waiting).toHaveCount(0);
});

test("where one waits, the order shows itself once it has gone", { tag: "@script" }, async ({ page, line }) => {
  const words = new Words("es");
  await page.goto("/es");
  await isWatched(page);
  const checkout = await atCheckout(page, words);
  // The form goes out by a script, as it does where somebody has looked at it for a moment.
  await isReady(page);
  line.mood = "dead";
  await checkout.placeButton.click();
  await expect(page.getByTestId("waiting-post")).toContainText(words.say("offline-order-waits"));
  await expect(page).toHaveURL(/\/es\/offline\/waiting$/);
  line.mood = "good";
  const [worker] = page.context().serviceWorkers();
  await worker.evaluate(() => void self.dispatchEvent(new Event("online")));
  await expect(page.getByTestId("thanks")).toBeVisible();
  expect(line.count("/es/checkout")).toBe(1);
});

test("an order that has gone is not given up, and that is said", { tag: "@script" }, async ({ page, line }) => {
  const words = new Words("es");
  const waiting = await withWaitingOrder(page, line, words);
  line.mood = "good";
  // Another window brings it to the shop; this one has not heard of it yet.
  const other = await page.context().newPage();
  await other.goto("/es/orders");
  await expect(other.getByTestId("own-order")).toHaveCount(1);
  await waiting.getByText(words.say("offline-drop"), { exact: true }).click();
  await waiting.getByRole("button", { name: words.say("offline-drop-sure"), exact: true }).click();
  const sent = page.locator("[data-testid=waiting-post][data-state=sent]");
  await expect(sent).toContainText(words.say("offline-order-late"));
  const code = (await sent.locator(".c-code").innerText()).trim();
  await sent.getByRole("link", { name: words.say("offline-order-see"), exact: true }).click();
  expect(await new OrderPage(page, words).codeText()).toContain(code);
});

test("an order whose answer was lost is the same order when it is sent again", { tag: "@script" }, async ({ page, line }) => {
  const words = new Words("es");
  await page.goto("/es");
  await isWatched(page);
  const checkout = await atCheckout(page, words);
  line.mood = "deaf";
  await checkout.placeButton.click();
  await expect(page.getByTestId("waiting-post")).toContainText(words.say("offline-order-waits"));
  expect(line.count("/es/checkout")).toBeGreaterThan(0);
  line.mood = "good";
  await page.goto("/es/offline/waiting");
  await expect(page.getByTestId("thanks")).toBeVisible();
  await page.goto("/es/orders");
  await expect(page.getByTestId("own-order")).toHaveCount(1);
});

test("a price that changed meanwhile is asked about", { tag: "@script" }, async ({ page, line, shop, someoneElse }) => {
  const words = new Words("es");
  await withWaitingOrder(page, line, words);
  line.mood = "good";

  const studio = new Studio(await someoneElse(), words);
  await studio.signIn(shop);
  await studio.openProduct("Almendras de cáscara fina");
  await studio.price.fill("31.90");
  await studio.save();

  await page.goto("/es/offline/waiting");
  const waiting = page.locator("[data-testid=waiting-post][data-state=asks]");
  await expect(waiting).toContainText(words.say("offline-order-asks"), { timeout: 20_000 });
  await waiting.getByRole("button", { name: words.say("offline-order-look"), exact: true }).click();
  const again = new CheckoutPage(page, words);
  await expect(again.changes).toContainText("31,90");
  await expect(page).toHaveURL(/\/es\/checkout$/);
  await expect(again.name).toHaveValue(GULNAR.name);
  await again.agreeButton.click();
  await expect(page.getByTestId("thanks")).toBeVisible();
  await page.goto("/es/offline/waiting");
  await expect(page.getByTestId("waiting-post")).toHaveCount(0);
});

test("adding to the cart without a network waits, and is done once", { tag: "@script" }, async ({ page, line }) => {
  const words = new Words("zh");
  await page.goto("/zh");
  await isWatched(page);
  const product = new ProductPage(page, words);
  await product.open();
  await isHydrated(page);
  line.mood = "dead";
  await product.addButton.click();
  await expect(page.getByText(words.say("offline-cart-waits"))).toBeVisible();
  await product.addButton.click();
  line.mood = "good";
  // The line counts as dead for some seconds.
  await expect(async () => {
    await page.goto("/zh/cart");
    await expect(page.getByTestId("cart-line")).toHaveCount(1, { timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
  expect(line.count("/zh/cart/lines")).toBe(1);
});

test("a quantity changed without a network does not stand in the way of the order", { tag: "@script" }, async ({ page, line }) => {
  const words = new Words("es");
  await page.goto("/es");
  await isWatched(page);
  await atCheckout(page, words);
  const cart = new CartPage(page, words);
  await cart.open();
  await isHydrated(page);
  line.mood = "dead";
  const amount = page.getByTestId("cart-line").getByRole("textbox");
  await amount.fill("3");
  await amount.blur();
  await expect(page.getByText(words.say("offline-cart-waits"))).toBeVisible();
  await cart.checkOut();
  expect(line.count("/es/cart")).toBe(0);
});

test("what was typed into an application is there again after a dead line", { tag: "@script" }, async ({ page, line }) => {
  const words = new Words("es");
  await page.goto("/es");
  await isWatched(page);
  await page.goto("/es/apply");
  await isHydrated(page);
  const field = (name: string) => page.locator(`main [name=${name}]`);
  await field("name").fill("Cooperativa del Valle");
  await field("township").selectOption({ index: 1 });
  const township = await field("township").inputValue();
  line.mood = "dead";
  await page.getByTestId("apply").getByRole("button").last().click();
  line.mood = "good";
  await page.goto("/es/apply");
  await expect(field("name")).toHaveValue("Cooperativa del Valle");
  await expect(field("township")).toHaveValue(township);
});

test("without a network nothing is forgotten, and that is said", { tag: "@script" }, async ({ page, line }) => {
  const words = new Words("ug");
  await page.goto("/ug");
  await isWatched(page);
  const checkout = await atCheckout(page, words);
  await checkout.place();
  await page.goto("/ug/orders");
  line.mood = "dead";
  await page.getByRole("button", { name: words.say("offline-forget"), exact: true }).click();
  await expect(page.getByText(words.say("offline-unforgotten"))).toBeVisible();
  line.mood = "good";
  await page.getByRole("link", { name: words.say("button-try-again"), exact: true }).click();
  await expect(page.getByTestId("own-order")).toHaveCount(1);
});

test("what is forgotten on a phone is gone from it, unsent orders too", { tag: "@script" }, async ({ page, line }) => {
  const words = new Words("ug");
  await page.goto("/ug");
  await isWatched(page);
  const checkout = await atCheckout(page, words);
  await checkout.place();
  await page.goto("/ug/orders");
  await page.getByRole("button", { name: words.say("offline-forget"), exact: true }).click();
  await expect(page.getByTestId("forgotten")).toBeVisible();
  await expect(page.getByTestId("own-order")).toHaveCount(0);
  const left = await page.evaluate(async () => ({
    caches: (await caches.keys()).filter((name) => name.endsWith("own")),
    drafts: Object.keys(localStorage).filter((key) => localStorage.getItem(key)?.includes("138")),
  }));
  expect(left).toEqual({ caches: [], drafts: [] });
  expect(line.mood).toBe("good");
});
