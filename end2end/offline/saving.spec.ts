// Saving data: the shopper's own switch, and everything works by forms.

import { ProductPage } from "../catalog/product";
import { expect, test, Words } from "../setup/test";

test("with data saved a page has no WASM, small pictures, and still sells", async ({ page }) => {
  const words = new Words("ug");
  const product = new ProductPage(page, words);
  await product.open();
  const fetched: string[] = [];
  await page.getByRole("button", { name: words.say("offline-saving-start"), exact: true }).click();
  await expect(page.getByTestId("saving")).toHaveText(words.say("offline-saving-on"));
  await expect(product.name).toBeVisible();
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await page.reload({ waitUntil: "networkidle" });
  expect(fetched.filter((path) => path.endsWith(".wasm"))).toEqual([]);
  expect(fetched.filter((path) => /-(640|800|1200)\.(webp|jpg)$/.test(path))).toEqual([]);

  await product.addButton.click();
  await expect(page).toHaveURL(/added=/);
  await page.goto("/ug/cart");
  await expect(page.getByTestId("cart-line")).toHaveCount(1);
  await page.getByRole("button", { name: words.say("offline-saving-stop"), exact: true }).click();
  await expect(page.getByTestId("saving")).toHaveCount(0);
  await expect(page.getByTestId("cart-line")).toHaveCount(1);
});
