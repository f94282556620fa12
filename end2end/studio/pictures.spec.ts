// A cooperative's own photo is in the shop, sent in pieces with scripts and as a form without.

import { expect, test, Words } from "../setup/test";
import { Studio } from "./studio";

const es = new Words("es");
const PHOTO = "../app/docs/shop.webp";

test("a photo is added, and a file that is none says why", async ({ page, shop, quiet }) => {
  quiet.allowed.push(/status of 422/);
  const studio = new Studio(page, es);
  await studio.signIn(shop);
  await page.goto("/es/studio/products");
  const product = page.getByTestId("studio-product").last().getByRole("link").first();
  await page.goto(`${await product.getAttribute("href")}/pictures`);
  const form = page.locator("form", { has: page.locator("input[type=file]") });
  const shown = page.locator("main img");
  const before = await shown.count();

  await form.locator("input[type=file]").setInputFiles(PHOTO);
  await form.getByRole("button", { name: es.say("pictures-send") }).click();
  await expect(page).toHaveURL(/added=1/);
  await expect(shown).toHaveCount(before + 1);

  const text = { name: "photo.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no picture at all ".repeat(50)) };
  await form.locator("input[type=file]").setInputFiles(text);
  await form.getByRole("button", { name: es.say("pictures-send") }).click();
  await expect(page.getByRole("main")).toContainText(es.say("pictures-refused-not-a-picture"));
  await expect(shown).toHaveCount(before + 1);
});
