// How much one buyer may have: set by the cooperative, read on the product's page, held to over all orders of a number.

import { ProductPage } from "../catalog/product";
import { expect, test, Words } from "../setup/test";
import { Studio } from "../studio/studio";
import { CheckoutPage, GULNAR, STATION } from "./checkout";
import { withCart } from "./shopper";

test.use({ shopNamed: "limit" });

const words = new Words("es");
const PRODUCT = "Almendras de cáscara fina";

test("one number orders no more than the limit", async ({ page, shop, someoneElse, javaScriptEnabled, quiet }) => {
  quiet.allowed.push(/status of 409/);
  // With scripts and without they are two buyers.
  const buyer = { ...GULNAR, phone: javaScriptEnabled === false ? "138 0013 8002" : "138 0013 8001" };
  const studio = new Studio(await someoneElse(), words);
  await studio.signIn(shop);
  await studio.openProduct(PRODUCT);
  await studio.page.getByRole("link", { name: words.say("goods-sizes"), exact: true }).click();
  const sizes = studio.page.locator("[data-testid^=size-limit-]");
  await expect(sizes.first()).toBeVisible();
  for (let size = 0; size < (await sizes.count()); size++) {
    const form = sizes.nth(size);
    await form.locator("[name^=buyer-]").fill("1");
    await form.getByRole("button", { name: words.say("goods-most-save") }).click();
    await expect(studio.page.getByText(words.say("goods-done"))).toBeVisible();
    await expect(form.locator("[name^=buyer-]")).toHaveValue("1");
  }

  const order = async () => {
    await withCart(page, words);
    const checkout = new CheckoutPage(page, words);
    await checkout.open();
    await checkout.fill(buyer, STATION, "cash");
    return checkout;
  };
  await new ProductPage(page, words).open();
  await expect(page.getByTestId("buyer-limit").first()).toContainText(words.match("product-buyer-limit", { days: "30" }));
  await (await order()).place();

  const checkout = await order();
  await checkout.placeButton.click();
  await expect(checkout.changes).toContainText(words.say("checkout-limit-title"));
  await expect(checkout.changes).toContainText(words.match("checkout-change-limit", { product: PRODUCT, days: "30" }));
  await expect(checkout.name).toHaveValue(buyer.name);
  await expect(checkout.phone).toHaveValue(buyer.phone);
  await checkout.changes.getByRole("link", { name: words.say("checkout-limit-cart") }).click();
  await expect(page).toHaveURL(/\/es\/cart/);
});
