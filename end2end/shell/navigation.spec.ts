// Navigating from page to page without loading the document anew must not be told from loading it.

import { ProductPage } from "../catalog/product";
import { expect, inEachLanguage, type Page, test, Words } from "../setup/test";
import { Header, isHydrated } from "./header";

const es = new Words("es");

/** What one hears, the place marked in the menu, and the title are those of the page loaded anew. */
async function expectSameAsLoaded(page: Page) {
  const heard = async () => ({
    title: await page.title(),
    here: await page.locator("[aria-current=page]").evaluateAll((links) => links.map((link) => link.getAttribute("href"))),
    body: await page.locator("body").ariaSnapshot(),
  });
  const navigated = await heard();
  await page.reload();
  await isHydrated(page);
  expect(navigated).toEqual(await heard());
}

inEachLanguage((words, language) => {
  test(`a page navigated to in ${language} is the page one loads`, { tag: "@script" }, async ({ page }) => {
    const header = new Header(page, words);
    await header.openHome();
    await isHydrated(page);
    await new ProductPage(page, words).openFrom(words.say("home-popular-title"));
    await expectSameAsLoaded(page);
  });
});

test("a page navigated to from a search is the page one loads", { tag: "@script" }, async ({ page }) => {
  await page.goto("/es/search?q=badam");
  await isHydrated(page);
  await page.getByRole("article").first().getByRole("link").click();
  await expect(page.getByRole("button", { name: es.say("button-add-to-cart") }).first()).toBeVisible();
  await expectSameAsLoaded(page);
});

test("back and forward show the pages one came from", { tag: "@script" }, async ({ page }) => {
  const header = new Header(page, es);
  await header.openHome();
  await isHydrated(page);
  await header.toProducts();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: es.say("home-hero-title") })).toBeVisible();
  await page.goForward();
  await expect(page.getByRole("heading", { level: 1, name: es.say("catalog-list-title") })).toBeVisible();
});

test("leafing through the pictures keeps what was chosen", { tag: "@script" }, async ({ page }) => {
  const product = new ProductPage(page, es);
  await product.open();
  await isHydrated(page);
  await product.more.click();
  await product.form.getByRole("radio").nth(1).check();
  await page.getByRole("link", { name: es.match("product-picture-alt", { number: "2" }) }).click();
  await expect(page).toHaveURL(/#picture-2$/);
  await expect(page.getByRole("link", { name: es.match("product-picture-alt", { number: "2" }) })).toHaveAttribute("aria-current", "true");
  await expect(product.form.getByRole("radio").nth(1)).toBeChecked();
  await expect(product.amount).toHaveValue("2");
});

test("hurrying through the shop leaves one at the last page asked for", { tag: "@script" }, async ({ page }) => {
  const header = new Header(page, es);
  await header.openHome();
  await isHydrated(page);
  for (const place of ["shell-products-short", "shell-cooperatives-short", "shell-stations-short"]) {
    await header.menu.getByRole("link", { name: es.say(place) }).click({ noWaitAfter: true });
  }
  await expect(page).toHaveURL(/\/es\/stations$/);
  await expect(page.getByRole("heading", { level: 1, name: es.say("nav-stations") })).toBeVisible();
});
