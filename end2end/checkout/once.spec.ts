// However often the form is sent, it is one order: double click, lost answer, back button, second tab.

import { OrderPage } from "../orders/order";
import { fieldsOf, sendAgain } from "../setup/again";
import { expect, type Page, test, Words } from "../setup/test";
import { Studio } from "../studio/studio";
import { CheckoutPage } from "./checkout";
import { atCheckout } from "./shopper";

test.use({ shopNamed: "once" });

const words = new Words("es");

/** The cooperative's own list is what tells one order from two. */
async function seller(page: Page, shop: Parameters<Studio["signIn"]>[0]) {
  const studio = new Studio(page, words);
  await studio.signIn(shop);
  const before = new Set(await studio.orders());
  return { newOrders: async () => (await studio.orders()).filter((code) => !before.has(code)) };
}

/** The form that orders. */
function placing(page: Page) {
  return page.locator("form", { has: page.getByTestId("place-order") });
}

test("a double click is one order", async ({ page, shop, someoneElse }) => {
  const { newOrders } = await seller(await someoneElse(), shop);
  const checkout = await atCheckout(page, words);
  await checkout.placeButton.dblclick();
  const order = new OrderPage(page, words);
  const code = await order.codeText();
  expect(await newOrders()).toEqual([code]);
});

test("a form sent again after a lost answer is the same order", async ({ page, shop, someoneElse, quiet }) => {
  quiet.allowed.push(/ERR_FAILED|ERR_INTERNET_DISCONNECTED/);
  const { newOrders } = await seller(await someoneElse(), shop);
  const checkout = await atCheckout(page, words);
  const fields = await fieldsOf(placing(page));
  // The shop gets the order, the phone never gets the answer.
  await page.route("**/es/checkout", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await route.fetch({ maxRedirects: 0 });
    await route.abort();
  });
  const lost = page.waitForEvent("requestfailed");
  await checkout.placeButton.click();
  await lost;
  await page.unroute("**/es/checkout");
  expect(await newOrders()).toHaveLength(1);

  await page.goto("/es");
  await sendAgain(page, "/es/checkout", fields);
  const order = new OrderPage(page, words);
  expect(await newOrders()).toEqual([await order.codeText()]);
});

test("going back after ordering and sending again is the same order", async ({ page, shop, someoneElse }) => {
  const { newOrders } = await seller(await someoneElse(), shop);
  const checkout = await atCheckout(page, words);
  const fields = await fieldsOf(placing(page));
  await checkout.place();
  const code = await new OrderPage(page, words).codeText();

  // What was ordered is no longer in the cart: nothing invites to order it once more.
  await page.goBack();
  await expect(page.getByRole("heading", { name: words.say("cart-empty-title") })).toBeVisible();
  await sendAgain(page, "/es/checkout", fields);
  await expect(page.getByTestId("order-code")).toHaveText(code);
  expect(await newOrders()).toEqual([code]);
});

test("a second tab cannot order the same cart again", async ({ page, context, shop, someoneElse, quiet }) => {
  quiet.allowed.push(/status of 4(09|22)/);
  const { newOrders } = await seller(await someoneElse(), shop);
  const first = await atCheckout(page, words);
  const tab = await context.newPage();
  const second = new CheckoutPage(tab, words);
  await second.open();
  await second.fill({ name: "Segunda pestaña", phone: "13900139000" }, { station: "B004" }, "cash");

  await first.place();
  const code = await new OrderPage(page, words).codeText();
  await second.placeButton.click();
  await expect(tab.getByRole("alert")).toContainText(words.say("error-cart-empty"));
  expect(await newOrders()).toEqual([code]);
});

test("a cart changed in a second tab is shown again before it is ordered", async ({ page, context, shop, someoneElse, quiet }) => {
  quiet.allowed.push(/status of 409/);
  const { newOrders } = await seller(await someoneElse(), shop);
  const checkout = await atCheckout(page, words);
  const tab = await context.newPage();
  await tab.goto("/es/cart");
  await tab.getByTestId("cart-line").getByRole("textbox").fill("3");
  await tab.getByTestId("cart-update").click();
  await expect(tab.getByRole("status").filter({ hasText: words.say("cart-saved") })).toBeVisible();

  await checkout.placeButton.click();
  await expect(checkout.changes).toContainText(words.say("checkout-change-cart"));
  expect(await newOrders()).toEqual([]);
  await expect(checkout.phone).toHaveValue("138 0013 8000");
  await checkout.agreeButton.click();
  const code = await new OrderPage(page, words).codeText();
  expect(await newOrders()).toEqual([code]);
});
