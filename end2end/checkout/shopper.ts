// The short way to a state a story starts from: the long one is told in `buying.spec.ts`.

import { CartPage } from "../cart/cart";
import { ProductPage } from "../catalog/product";
import { OrderPage } from "../orders/order";
import type { Page, Words } from "../setup/test";
import { CheckoutPage, GULNAR, STATION } from "./checkout";

/** A shopper with a product in the cart. */
export async function withCart(page: Page, words: Words, slug?: string) {
  const product = new ProductPage(page, words);
  await product.open(slug);
  await product.add();
  return new CartPage(page, words);
}

/** A shopper before the checkout, everything filled in. */
export async function atCheckout(page: Page, words: Words, slug?: string) {
  await withCart(page, words, slug);
  const checkout = new CheckoutPage(page, words);
  await checkout.open();
  await checkout.fill(GULNAR, STATION, "cash");
  return checkout;
}

/** A shopper who has just ordered. */
export async function withOrder(page: Page, words: Words, slug?: string) {
  const checkout = await atCheckout(page, words, slug);
  await checkout.place();
  return new OrderPage(page, words);
}
