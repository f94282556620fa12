// Narrowing the list: several shelves and cooperatives, prices as people write them, and each of it taken away again.

import { expect, inEachLanguage, type Locator, type Page, test, type Words } from "../setup/test";

function filters(page: Page, words: Words) {
  const summary = page.locator(".c-filters > summary");
  return {
    summary,
    box: (name: string, value: string) => page.locator(`.c-filters input[name="${name}"][value="${value}"]`),
    price: (name: "min" | "max") => page.locator(`.c-filters input[name="${name}"]`),
    show: page.locator(".c-filters").getByRole("button", { name: words.say("catalog-filter-apply") }),
    chips: page.getByRole("list", { name: words.say("catalog-filter-chosen") }).getByRole("link"),
    goods: page.locator(".c-product"),
  };
}

/** Whether all of it lies within the width of the phone. */
async function fits(page: Page, what: Locator) {
  const box = await what.boundingBox();
  const width = page.viewportSize()?.width ?? 0;
  expect(box && box.x >= 0 && box.x + box.width <= width).toBe(true);
}

inEachLanguage((words, language) => {
  test(`the list is narrowed and widened again in ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 560 });
    await page.goto(`/${language}/products`);
    const form = filters(page, words);
    await expect(form.summary).toHaveText(words.say("catalog-filter-title"));
    await expect(form.box("category", "badam")).toBeHidden();
    await form.summary.click();
    await fits(page, page.locator(".c-filters form"));
    await form.box("category", "badam").check();
    await form.box("category", "honey").check();
    await form.box("shop", "altun-badam").check();
    await form.price("max").fill("٣٠٠元");
    await form.show.click();

    await expect(form.chips).toHaveCount(4);
    await expect(form.summary).toHaveText(words.match("catalog-filter-count", { count: "4" }));
    await expect(form.goods.first()).toBeVisible();
    for (const chip of await form.chips.all()) await fits(page, chip);

    await form.chips.first().click();
    await expect(page).toHaveURL(new RegExp(`/${language}/products\\?category=honey&shop=altun-badam&max=300$`));
    await expect(form.chips).toHaveCount(3);
  });

  test(`a price that cannot be read is said beside its field in ${language}`, async ({ page }) => {
    await page.goto(`/${language}/products?min=${encodeURIComponent("١٠")}&max=abc`);
    const form = filters(page, words);
    await expect(form.price("max")).toBeVisible();
    await expect(form.price("max")).toHaveValue("abc");
    await expect(form.price("max")).toHaveAccessibleDescription(words.say("field-error-invalid-price"));
    await expect(form.price("min")).toHaveValue("10");
    await expect(form.goods.first()).toBeVisible();
  });

  test(`a search without results leads on in ${language}`, async ({ page }) => {
    await page.goto(`/${language}/search?q=qqqqzzzzxxxx`);
    const main = page.getByRole("main");
    await expect(main.getByRole("heading", { level: 1 })).toHaveText(words.match("search-empty-title"));
    await expect(main.getByRole("link", { name: words.say("search-empty-ask") })).toHaveAttribute("href", `/${language}/about`);
    await expect(main.locator(".c-shelves a").first()).toBeVisible();
    await expect(main.locator(".c-product").first()).toBeVisible();
  });

  test(`what was found is narrowed too, and keeps the words, in ${language}`, async ({ page }) => {
    await page.goto(`/${language}/search?q=badam`);
    const form = filters(page, words);
    await form.summary.click();
    await form.price("min").fill("¥50");
    await form.show.click();
    await expect(page).toHaveURL(/[?&]q=badam&/);
    await expect(form.chips).toHaveCount(1);
    await form.chips.first().click();
    await expect(page).toHaveURL(new RegExp(`/${language}/search\\?q=badam$`));
  });
});
