// Passing an address on: the link and the code are there without script; with it the phone's own list, and a button that copies.

import { expect, inEachLanguage, type Page, test } from "../setup/test";

const PHONE = { width: 360, height: 560 };

/** Whether nothing on the page is wider than the phone. */
async function fits(page: Page) {
  expect(await page.locator("html").evaluate((html) => html.scrollWidth <= html.clientWidth)).toBe(true);
}

inEachLanguage((words, language) => {
  for (const place of ["products", "shops"]) {
    test(`a link to ${place} is there to copy and to scan in ${language}`, async ({ page }) => {
      await page.setViewportSize(PHONE);
      await page.goto(`/${language}/${place}`);
      await page.locator(`main a[href^="/${language}/${place}/"]`).first().click();
      await expect(page).toHaveURL(new RegExp(`/${language}/${place}/[^/]+$`));
      const shared = new URL(page.url()).pathname;
      await page.getByTestId("share").click();
      await expect(page).toHaveURL(new RegExp(`${shared}/share$`));
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.say("sharing-title"));
      await expect(page.getByLabel(words.say("sharing-link"))).toHaveValue(new RegExp(`${shared}$`));
      await expect(page.getByTestId("qr")).toBeVisible();
      await fits(page);
      await page.getByRole("link", { name: words.say("sharing-back") }).click();
      await expect(page).toHaveURL(new RegExp(`${shared}$`));
    });
  }

  test(`the link is copied, and it is said so in ${language} @script`, async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(`/${language}/products`);
    const product = await page.locator(`main a[href^="/${language}/products/"]`).first().getAttribute("href");
    await page.goto(`${product}/share`);
    await page.getByRole("button", { name: words.say("sharing-copy") }).click();
    await expect(page.getByTestId("share-said")).toHaveText(words.say("sharing-copied"));
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await page.getByLabel(words.say("sharing-link")).inputValue());
  });

  test(`a phone that can send shows its own list in ${language} @script`, async ({ page }) => {
    await page.addInitScript(() => {
      const sent: unknown[] = [];
      Object.assign(window, { sent });
      Object.defineProperty(navigator, "share", { value: async (what: unknown) => void sent.push(what) });
    });
    await page.goto(`/${language}/products`);
    const product = await page.locator(`main a[href^="/${language}/products/"]`).first().getAttribute("href");
    await page.goto(`${product}/share`);
    await page.getByRole("button", { name: words.say("sharing-send") }).click();
    const sent = await page.evaluate(() => (window as unknown as { sent: { url: string }[] }).sent);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.url).toBe(await page.getByLabel(words.say("sharing-link")).inputValue());
  });

  test(`who cancels the phone's list is told nothing in ${language} @script`, async ({ page }) => {
    await page.addInitScript(() => {
      const refused = async () => {
        throw new DOMException("no", "AbortError");
      };
      Object.defineProperty(navigator, "share", { value: refused });
    });
    await page.goto(`/${language}/products`);
    const product = await page.locator(`main a[href^="/${language}/products/"]`).first().getAttribute("href");
    await page.goto(`${product}/share`);
    await page.getByRole("button", { name: words.say("sharing-send") }).click();
    await expect(page.getByTestId("share-said")).toBeEmpty();
  });
});
