// One thumb on a small phone: what a text is translated from, its box, and the button that saves it are in sight at once, and what
// one presses after saving is where the thumb is.

import { expect, inEachLanguage, type Locator, type Page, test } from "../setup/test";
import { Translator } from "./translator";

test.use({ viewport: { width: 360, height: 560 }, shopNamed: "thumb-texts" });

async function placeOf(part: Locator) {
  const box = await part.boundingBox();
  if (!box) throw new Error(`${part} is not on the screen`);
  return { top: box.y, bottom: box.y + box.height };
}

/** Where the header of a work area ends. */
const header = async (page: Page) => (await placeOf(page.locator(".c-header__home"))).bottom;

inEachLanguage((words, language) => {
  test(`a list is gone through without scrolling in ${language}`, async ({ page, shop }) => {
    const translator = new Translator(page, words);
    await translator.signIn(shop, language);
    await translator.openList("?work=translated&file=cart.ftl");
    // One line says where one is, and there is no second search.
    expect(await header(page)).toBeLessThan(64);
    await expect(page.locator("[name=q]")).toHaveCount(1);
    const menu = await placeOf(page.getByTestId("translate-menu"));
    expect((await placeOf(page.getByTestId("texts"))).top).toBeLessThan(menu.top - 100);

    // All of a row is pressed, not its name alone.
    const row = page.getByTestId("texts").getByRole("listitem").filter({ has: page.locator('a[href*="/text/cart-title?"]') });
    const box = await row.boundingBox();
    await row.click({ position: { x: (box?.width ?? 0) / 2, y: (box?.height ?? 0) - 4 } });
    await expect(page).toHaveURL(/\/translate\/text\/cart-title\?work=translated&file=cart\.ftl$/);

    const save = await placeOf(page.locator(".c-save"));
    const original = page.getByTestId("originals").locator(".c-source").first();
    for (const part of [original, translator.field]) {
      await expect(part).toBeInViewport({ ratio: 1 });
      expect((await placeOf(part)).bottom).toBeLessThanOrEqual(save.top + 1);
    }
    expect(save.bottom).toBeLessThanOrEqual(menu.top + 1);

    await translator.write(`${words.say("cart-title")}!`);
    const pressed = await placeOf(translator.form.locator("button[value=suggest]"));
    await translator.save();
    const next = page.getByTestId("next");
    await expect(next).toBeInViewport({ ratio: 1 });
    expect(Math.abs((await placeOf(next)).top - pressed.top)).toBeLessThan(80);
    await next.click();
    await expect(page).toHaveURL(/\/translate\/text\/(?!cart-title)[a-z-]+\?work=translated&file=cart\.ftl$/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});
