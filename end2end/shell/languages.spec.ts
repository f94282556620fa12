// One shop in three languages: the same page, query and all, is a link away.

import { expect, LANGUAGES, test, Words } from "../setup/test";
import { Header } from "./header";

const STAYS = ["/products?category=badam&sort=cheap", "/search?q=badam", "/products/thin-shell-badam", "/stations?township=badamche"];

for (const place of STAYS) {
  test(`the languages of ${place} lead to the same place`, async ({ page }) => {
    await page.goto(`/es${place}`);
    let here = new Header(page, new Words("es"));
    for (const language of ["ug", "zh", "es"] as const) {
      const there = new Words(language);
      await here.switchTo(there);
      const url = new URL(page.url());
      expect(url.pathname + url.search).toBe(`/${language}${place}`);
      await expect(page.locator("html")).toHaveAttribute("dir", language === "ug" ? "rtl" : "ltr");
      here = new Header(page, there);
    }
  });
}

test("after navigating inside the shop the languages still lead here", { tag: "@script" }, async ({ page }) => {
  const header = new Header(page, new Words("es"));
  await header.openHome();
  await header.toProducts();
  await header.switchTo(new Words("ug"));
  await expect(page).toHaveURL(/\/ug\/products$/);
});

test("the cart comes along into the other language", async ({ page }) => {
  await page.goto("/es/products/thin-shell-badam");
  await page.getByRole("button", { name: new Words("es").say("button-add-to-cart") }).first().click();
  await expect(page.getByTestId("cart-count")).toHaveText("1");
  await new Header(page, new Words("es")).switchTo(new Words("zh"));
  await expect(page.getByTestId("cart-count")).toHaveText("1");
});

for (const language of LANGUAGES) {
  test(`a page that is not there says so in ${language}`, async ({ page, quiet }) => {
    quiet.allowed.push(/status of 404/);
    const words = new Words(language);
    const answer = await page.goto(`/${language}/products/no-such-thing`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("main")).toContainText(words.say("error-not-found"));
    await new Header(page, words).toProducts();
  });
}
