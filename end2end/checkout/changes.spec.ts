// Nothing is sold at a price the buyer has not seen.

import { OrderPage } from "../orders/order";
import { expect, test, Words } from "../setup/test";
import { Studio } from "../studio/studio";
import { GULNAR } from "./checkout";
import { atCheckout } from "./shopper";

test.use({ shopNamed: "changes" });

const words = new Words("es");
const PRODUCT = "Almendras de cáscara fina";

test("a price that changed meanwhile is shown, old and new, and asked about", async ({ page, shop, someoneElse, quiet }) => {
  quiet.allowed.push(/status of 409/);
  const checkout = await atCheckout(page, words);
  await expect(checkout.total).toContainText("26,80");

  const studio = new Studio(await someoneElse(), words);
  await studio.signIn(shop);
  await studio.openProduct(PRODUCT);
  await studio.price.fill("29.90");
  await studio.save();

  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await checkout.placeButton.click();
  expect((await answer).status()).toBe(409);
  await expect(checkout.changes).toContainText(PRODUCT);
  await expect(checkout.changes).toContainText("26,80");
  await expect(checkout.changes).toContainText("29,90");
  await expect(checkout.total).toContainText("29,90");
  await expect(checkout.name).toHaveValue(GULNAR.name);
  await expect(checkout.phone).toHaveValue(GULNAR.phone);
  await expect(checkout.station).toHaveValue("B003");

  await checkout.agreeButton.click();
  await expect(new OrderPage(page, words).total).toContainText("29,90");
});
