// What a machine can tell about a page being usable by everybody: axe finds nothing, light or dark.

import AxeBuilder from "@axe-core/playwright";

import { CartPage } from "../cart/cart";
import { atCheckout } from "../checkout/shopper";
import { expect, type Language, LANGUAGES, type Page, test, Words } from "../setup/test";
import { isHydrated } from "./header";
import { PUBLIC_PAGES } from "./pages";

// axe takes Arabic script for icons drawn as ligatures and leaves its contrast unjudged: colours, by day and by night, are judged in
// Spanish.
const READ_IN: Language[] = ["ug", "es"];
const COLOURS_IN: Language = "es";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

// What fades in is not judged half-way.
test.use({ contextOptions: { reducedMotion: "reduce" } });

async function expectClean(page: Page, language: Language) {
  await isHydrated(page);
  for (const colorScheme of language === COLOURS_IN ? (["light", "dark"] as const) : (["light"] as const)) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    const told = violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map((node) => `${node.target.join(" ")}: ${node.failureSummary}`) }));
    expect.soft(told, `${colorScheme} ${page.url()}`).toEqual([]);
  }
}

for (const [name, path] of Object.entries(PUBLIC_PAGES)) {
  for (const language of name === "product" ? LANGUAGES : READ_IN) {
    test(`axe finds nothing in ${language}: ${name}`, { tag: "@script" }, async ({ page }) => {
      await page.goto(`/${language}${path}`);
      await expectClean(page, language);
    });
  }
}

for (const language of READ_IN) {
  test(`axe finds nothing in ${language}: cart, checkout, its errors, order`, { tag: "@script" }, async ({ page, quiet }) => {
    quiet.allowed.push(/status of 422/);
    const words = new Words(language);
    const checkout = await atCheckout(page, words);
    await new CartPage(page, words).open();
    await expectClean(page, language);
    await checkout.open();
    await expectClean(page, language);
    // What was typed before the cart was looked at is there again.
    await page.locator("main [name=phone]").fill("1");
    await checkout.placeButton.click();
    await expect(page.getByRole("alert")).toBeVisible();
    await expectClean(page, language);
    await checkout.fill({ name: "گۈلنار", phone: "13800138000" }, { station: "B003" }, "transfer");
    await checkout.place();
    await expectClean(page, language);
  });
}
