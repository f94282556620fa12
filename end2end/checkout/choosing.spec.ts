// What the checkout's choices mean for one another.

import { expect, test, Words } from "../setup/test";
import { isHydrated } from "../shell/header";
import { CheckoutPage, GULNAR } from "./checkout";
import { withCart } from "./shopper";

const es = new Words("es");
const STREET = { city: "乌鲁木齐市", district: "天山区", street: "解放南路 12 号" };

async function atForm(page: import("../setup/test").Page) {
  await withCart(page, es);
  const checkout = new CheckoutPage(page, es);
  await checkout.open();
  return checkout;
}

test("an address can be chosen without touching the payment", async ({ page }) => {
  const checkout = await atForm(page);
  await checkout.name.fill(GULNAR.name);
  await checkout.phone.fill(GULNAR.phone);
  await checkout.choose("checkout-delivery-address");
  await checkout.field("checkout-province").selectOption("65");
  await checkout.field("checkout-city").fill(STREET.city);
  await checkout.field("checkout-district").fill(STREET.district);
  await checkout.field("checkout-street").fill(STREET.street);
  await checkout.place();
  await expect(page.getByTestId("next")).toContainText(es.match("orders-next-transfer"));
});

test("the fee is unknown until a province is chosen, and again when none is", { tag: "@script" }, async ({ page }) => {
  const checkout = await atForm(page);
  await isHydrated(page);
  const fee = page.getByTestId("checkout-freight");
  await expect(fee).toContainText(/0,00/);
  await checkout.choose("checkout-delivery-address");
  await expect(fee).toHaveText(es.say("checkout-freight-open"));
  await checkout.field("checkout-province").selectOption("44");
  await expect(fee).toContainText(/\d,\d\d/);
  await checkout.field("checkout-province").selectOption("");
  await expect(fee).toHaveText(es.say("checkout-freight-open"));
});

test("a township narrows the stations at once", { tag: "@script" }, async ({ page }) => {
  const checkout = await atForm(page);
  await isHydrated(page);
  const stations = checkout.station.locator("option");
  const all = await stations.count();
  await checkout.station.selectOption("B003");
  await checkout.field("checkout-township").selectOption({ index: 2 });
  await expect.poll(() => stations.count()).toBeLessThan(all);
  await expect(checkout.station).toHaveValue("B003");
  await checkout.field("checkout-township").selectOption("");
  await expect.poll(() => stations.count()).toBe(all);
  await expect(checkout.station).toHaveValue("B003");
});
