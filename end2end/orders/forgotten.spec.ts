// Forgetting one's orders on a phone: what another window of the browser shows of them goes, too.

import { expect, test, Words } from "../setup/test";
import { ordered } from "./handed-over";
import { OrderPage } from "./order";

test.use({ viewport: { width: 360, height: 560 } });

test("an order in another window goes with what is forgotten", { tag: "@script" }, async ({ page }) => {
  const words = new Words("es");
  await ordered(page, words);
  const order = new OrderPage(page, words);
  const url = page.url();

  const other = await page.context().newPage();
  await other.goto("/es/orders");
  await expect(other.getByTestId("own-order")).toHaveCount(1);
  await other.getByTestId("forget").getByRole("button").click();
  await expect(other.getByTestId("forgotten")).toBeVisible();

  await expect(page.getByTestId("unlock")).toBeVisible();
  await expect(order.code).toHaveCount(0);
  expect(page.url().split("?")[0]).toBe(url.split("?")[0]);
  // Said once: the window in which it was forgotten stays as it is.
  await expect(other.getByTestId("forgotten")).toBeVisible();
});
