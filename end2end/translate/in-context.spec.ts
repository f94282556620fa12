// The shop with its texts marked: each leads to where it is changed, by finger, by mouse, by keyboard, and without a script.

import AxeBuilder from "@axe-core/playwright";

import { ProductPage } from "../catalog/product";
import { expect, type Language, test, Words } from "../setup/test";
import { isListening, longPress, Translator } from "./translator";

test.use({ viewport: { width: 360, height: 560 }, shopNamed: "in-context" });

/** Whose language they translate into, each at work in it. */
const LANGUAGES: Language[] = ["ug", "es"];

for (const language of LANGUAGES) {
  const words = new Words(language);
  const title = words.say("cart-title");

  test(`a finger that rests on a text opens it (${language}) @script`, async ({ page, shop }) => {
    const translator = new Translator(page, words);
    await translator.signIn(shop, language);
    await translator.enterShop();
    await page.goto(`/${language}/cart`);
    await isListening(page);
    await longPress(page, page.getByRole("heading", { level: 1 }));
    await expect(page).toHaveURL(/\/translate\/text\/cart-title\?back=/);
    await expect(translator.field).toHaveValue(title);
    // And the way back to where one was.
    await page.getByTestId("back").click();
    await expect(page).toHaveURL(new RegExp(`/${language}/cart$`));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  });

  test(`a click with Alt opens a text, and a click without does what it always does (${language}) @script`, async ({ page, shop }) => {
    const translator = new Translator(page, words);
    await translator.signIn(shop, language);
    await translator.enterShop();
    await page.goto(`/${language}/cart`);
    await isListening(page);
    const home = page.locator(".c-menu a").first();
    await home.click({ modifiers: ["Alt"] });
    await expect(page).toHaveURL(/\/translate\/text\/nav-home\?/);
    await page.goto(`/${language}/cart`);
    await isListening(page);
    await home.click();
    await expect(page).toHaveURL(new RegExp(`/${language}$`));
    await expect(translator.bar).toBeVisible();
    // In a field a finger marks letters, whatever its label says.
    await isListening(page);
    await page.locator("header [name=q]").click({ modifiers: ["Alt"] });
    await expect(page).toHaveURL(new RegExp(`/${language}$`));
  });

  test(`every text of a page is a link in the bar (${language})`, async ({ page, shop }) => {
    const translator = new Translator(page, words);
    await translator.signIn(shop, language);
    await translator.enterShop();
    await page.goto(`/${language}/cart`);
    // What is only read aloud, and what a script would show.
    await expect(await translator.linkInBar("nav-main")).toHaveText(words.say("nav-main"));
    const link = translator.bar.locator('a[data-unit="cart-title"]').first();
    await expect(link).toHaveText(title);
    await link.click();
    await expect(page).toHaveURL(/\/translate\/text\/cart-title\?/);
    await expect(translator.field).toHaveValue(title);
    await page.goto(`/${language}/cart`);
    await translator.leaveShop();
    await expect(page).toHaveURL(new RegExp(`/${language}/cart$`));
    await expect(page.locator("[data-l10n]")).toHaveCount(0);
  });

  test(`what a page keeps under the thumb stays free (${language})`, async ({ page, shop }) => {
    const translator = new Translator(page, words);
    await translator.signIn(shop, language);
    await translator.enterShop();
    const product = new ProductPage(page, words);
    await product.open();
    // Nothing lies over it, and nothing is put into the cart.
    await product.addButton.click({ trial: true });
    // The way out is there as well, at the end of the page.
    await translator.leaveShop();
    await product.addButton.click({ trial: true });
  });

  test(`the marked shop is as usable as the shop (${language}) @script`, async ({ page, shop }) => {
    const translator = new Translator(page, words);
    await translator.signIn(shop, language);
    await translator.enterShop();
    await isListening(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(360);
    await translator.bar.locator("summary").click();
    const { violations } = await new AxeBuilder({ page }).include(".c-texts").analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.target)])).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(translator.bar).toHaveCount(0);
  });
}
