// The shop's reason to be: somebody finds badam, buys it, and follows the order.

import { CartPage } from "../cart/cart";
import { ProductPage } from "../catalog/product";
import { OrderPage } from "../orders/order";
import { expect, inEachLanguage, type Page, test, Words } from "../setup/test";
import { Header } from "../shell/header";
import { CheckoutPage, type Delivery, GULNAR, STATION } from "./checkout";

const URUMQI: Delivery = {
  address: { province: "65", city: "乌鲁木齐市", district: "天山区", street: "解放南路 12 号 3-401" },
};

async function toCheckout(page: Page, words: Words) {
  const header = new Header(page, words);
  await header.openHome();
  const product = new ProductPage(page, words);
  const name = await product.openFrom(words.say("home-popular-title"));
  await product.add();
  await header.toCart();
  const cart = new CartPage(page, words);
  await expect(cart.lines).toHaveCount(1);
  await expect(cart.lines).toContainText(name);
  await cart.checkOut();
  return { name, checkout: new CheckoutPage(page, words) };
}

inEachLanguage((words, language) => {
  test(`buying in ${language}: collected at a station, paid in cash there`, async ({ page, someoneElse }) => {
    const { name, checkout } = await toCheckout(page, words);
    await checkout.fill(GULNAR, STATION, "cash");
    const total = await checkout.total.innerText();
    await checkout.place();

    const order = new OrderPage(page, words);
    const code = await order.codeText();
    await expect(order.status).toHaveText(words.say("orders-group-placed"));
    await expect(order.parts).toHaveCount(1);
    await expect(order.parts).toContainText(name);
    await expect(order.total).toHaveText(total);
    await expect(page.getByTestId("next")).toContainText(words.match("orders-next-cash"));

    // Followed from another phone: lower case, no dashes, as people type.
    const other = new OrderPage(await someoneElse(), words);
    await other.find(code.replaceAll("-", " ").toLowerCase(), "8000");
    await expect(other.code).toHaveText(code);
    await expect(other.total).toHaveText(total);
    await expect(other.parts).toContainText(name);
  });
});

test("buying in es: sent to an address, paid by bank transfer", async ({ page, someoneElse }) => {
  const words = new Words("es");
  const { checkout } = await toCheckout(page, words);
  await checkout.fill(GULNAR, URUMQI, "transfer");
  await checkout.place();

  const order = new OrderPage(page, words);
  const code = await order.codeText();
  await expect(order.reference).toHaveText(/^[0-9A-HJKMNP-TV-Z]{8}$/);
  await expect(page.getByTestId("next")).toContainText(words.match("orders-next-transfer"));
  await expect(page.getByRole("main")).toContainText("解放南路 12 号 3-401");
  const reference = await order.reference.innerText();

  const other = new OrderPage(await someoneElse(), words);
  await other.find(code, "8000");
  await expect(other.code).toHaveText(code);
  await expect(other.reference).toHaveText(reference);
});

test("an order opens to its digits only", async ({ page, someoneElse, quiet }) => {
  quiet.allowed.push(/status of 422/);
  const words = new Words("es");
  const { checkout } = await toCheckout(page, words);
  await checkout.fill(GULNAR, STATION, "cash");
  await checkout.place();
  const code = await new OrderPage(page, words).codeText();

  const stranger = await someoneElse();
  await new OrderPage(stranger, words).find(code, "1234");
  await expect(stranger.getByTestId("orders-wrong")).toContainText(words.say("orders-wrong"));
  await expect(stranger.getByRole("main")).not.toContainText(GULNAR.name);
});
