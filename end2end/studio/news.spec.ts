// An open page of the studio hears of a new order, wherever in the studio it is.

import { ProductPage } from "../catalog/product";
import { withOrder } from "../checkout/shopper";
import { expect, test, Words } from "../setup/test";
import { isHydrated } from "../shell/header";
import { Studio } from "./studio";

test.use({ shopNamed: "news" });

for (const language of ["ug", "zh"] as const) {
  test(`a new order is told at once in ${language}`, { tag: "@script" }, async ({ page, shop, someoneElse }) => {
    const words = new Words(language);
    const studio = new Studio(page, words);
    await studio.signIn(shop);
    await page.goto(`/${language}/studio`);
    await isHydrated(page);
    const sound = page.getByTestId("sound");
    await sound.click();
    await expect(sound).toHaveAttribute("aria-pressed", "true");
    // On another page of it, without loading anything anew.
    await page.getByTestId("studio-menu").getByRole("link", { name: words.say("studio-nav-products") }).click();
    await expect(page).toHaveURL(new RegExp(`/${language}/studio/products$`));

    const before = Number((await page.getByTestId("new-orders").textContent()) || "0");
    const buyer = await someoneElse();
    const code = await (await withOrder(buyer, words)).codeText();
    await expect(page.getByTestId("news").getByText(words.say("studio-news-order"))).toBeVisible({ timeout: 15_000 });
    await expect(page.getByTestId("new-orders")).not.toHaveText(before === 0 ? "" : String(before));
    await page.getByRole("link", { name: words.say("studio-news-see"), exact: true }).click();
    await expect(page.getByRole("main")).toContainText(code);
    // What was looked at is not told again.
    await expect(page.getByTestId("news").getByText(words.say("studio-news-order"))).toBeHidden();
  });
}

test("the numbers on an open first page follow what comes", { tag: "@script" }, async ({ page, shop, someoneElse }) => {
  const words = new Words("ug");
  await new Studio(page, words).signIn(shop);
  await page.goto("/ug/studio");
  await isHydrated(page);
  const number = (of: string) => page.getByTestId(`to-do-${of}`).locator("strong");
  const before = { orders: await number("new").innerText(), asked: await number("product-questions").innerText() };
  const buyer = await someoneElse();
  await withOrder(buyer, words);
  await expect(page.getByTestId("new-orders")).toBeVisible({ timeout: 15_000 });
  await expect(number("new")).not.toHaveText(before.orders, { timeout: 15_000 });
  await expect(number("new")).toHaveText((await page.getByTestId("new-orders").textContent())?.trim() ?? "");
  await buyer.goto(`/ug/products/${ProductPage.USUAL}/questions`);
  const form = buyer.getByTestId("ask-about-product");
  await form.getByLabel(words.say("questions-text"), { exact: true }).fill("بۇ بادام قاچان يىغىلغان؟");
  await form.getByRole("button", { name: words.say("questions-send"), exact: true }).click();
  await expect(number("product-questions")).not.toHaveText(before.asked, { timeout: 30_000 });
});
