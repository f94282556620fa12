// An order on its way to the buyer: what can be told of it once the goods are there starts from here.

import { CheckoutPage, GULNAR } from "../checkout/checkout";
import { withCart } from "../checkout/shopper";
import type { Shop } from "../setup/server";
import type { Page, Words } from "../setup/test";
import { Desk } from "../studio/day";
import { COOPERATIVE, Studio } from "../studio/studio";
import { OrderPage } from "./order";

/** A bag of the usual product, paid where it is collected; answers the order's code. */
export async function ordered(page: Page, words: Words): Promise<string> {
  await withCart(page, words);
  const checkout = new CheckoutPage(page, words);
  await checkout.open();
  await checkout.fill(GULNAR, { station: "B001" }, "cash");
  await checkout.place();
  return new OrderPage(page, words).codeText();
}

/** It is packed, sent, paid at the desk and given out. */
export async function handedOver(work: Page, counter: Page, words: Words, shop: Shop, code: string) {
  const packer = new Studio(work, words);
  await packer.signIn(shop, `${COOPERATIVE}/packer`);
  for (const step of ["accept", "pack", "dispatch"]) await packer.takeStep(code, step);
  const desk = new Desk(counter, words);
  await desk.signIn(shop);
  await desk.find(code, GULNAR.phone.slice(-4));
  await desk.step("ready");
  await desk.takeCash();
  await desk.step("deliver");
}
