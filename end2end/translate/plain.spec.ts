// The translators' pages as plain forms: finding what there is to do, the fields of a text that depends on a number, saying no,
// asking and answering.

import { expect, type Language, test, Words } from "../setup/test";
import { inBox, Translator } from "./translator";

test.use({ viewport: { width: 360, height: 560 }, shopNamed: "plain-texts" });

const LANGUAGES: Language[] = ["ug", "zh"];

for (const language of LANGUAGES) {
  const words = new Words(language);

  test(`a text is found by what it says in another language (${language})`, async ({ page, shop }) => {
    const translator = new Translator(page, words);
    await translator.signIn(shop, language);
    await translator.openList();
    const search = page.getByTestId("texts-search");
    await search.locator("[name=q]").fill("Carrito");
    await search.getByRole("button").click();
    const found = page.getByTestId("texts");
    await expect(found).toContainText(words.say("cart-title"));
    await found.getByRole("link", { name: "cart-title", exact: true }).click();
    await expect(translator.form).toBeVisible();
    await expect(page.getByRole("main")).toContainText("Carrito");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  test(`what cannot be is refused, and all that was typed stays (${language})`, async ({ page, shop, quiet }) => {
    quiet.allowed.push(/status of 422/);
    const translator = new Translator(page, words);
    await translator.signIn(shop, language);
    await translator.open("cart-title");
    await translator.write("{ $nobody }");
    await translator.form.locator("[name=note]").fill("99");
    await translator.form.locator("[name=small]").check();
    await translator.send();
    await expect(page.getByRole("alert")).toContainText(words.say("translate-faulty"));
    // In a box from right to left unseen marks stand round what is not.
    await expect(translator.field).toHaveValue(inBox(language, "nobody"));
    await expect(translator.form.locator("[name=note]")).toHaveValue("99");
    await expect(translator.form.locator("[name=small]")).toBeChecked();
    await translator.write("");
    await translator.send();
    await expect(translator.field).toHaveAttribute("aria-invalid", "true");
  });

  test(`translators talk about a text below it (${language})`, async ({ page, shop }) => {
    const translator = new Translator(page, words);
    await translator.signIn(shop, language);
    await translator.open("cart-undo");
    await page.locator("textarea[name=comment]").fill(words.say("cart-undo"));
    await page.getByRole("button", { name: words.say("translate-comment-send"), exact: true }).click();
    await expect(translator.done).toContainText(words.say("translate-done-commented"));
    await expect(page.locator(".c-talk__text").last()).toContainText(words.say("cart-undo"));
  });
}

test("a text that depends on a number has a field for each form", async ({ page, shop }) => {
  const words = new Words("es");
  const translator = new Translator(page, words);
  await translator.signIn(shop, "es");
  await translator.open("catalog-list-count");
  const one = translator.formField("one");
  await expect(one).toBeVisible();
  const [before, other] = [await one.inputValue(), await translator.formField("other").inputValue()];
  await one.fill(`${before}!`);
  await translator.save();
  await expect(translator.formField("one")).toHaveValue(`${before}!`);
  await expect(translator.formField("other")).toHaveValue(other);
  await translator.decide("withdraw");
  await expect(translator.formField("one")).toHaveValue(before);
});

test("a reviewer says no, and why", async ({ page, shop, someoneElse }) => {
  const words = new Words("ug");
  const translator = new Translator(page, words);
  await translator.signIn(shop, "ug");
  await translator.open("cart-remove");
  await translator.write("ئۆچۈر");
  await translator.save();
  const reviewer = new Translator(await someoneElse(), words);
  await reviewer.signIn(shop, "ug", "reviewer");
  await reviewer.open("cart-remove");
  const version = reviewer.versions.first();
  await version.locator("summary").click();
  await version.locator("textarea[name=reason]").fill("ئۆچۈرۈش");
  await version.locator("button[value=reject]").click();
  await expect(reviewer.done).toContainText(words.say("translate-done-rejected"));
  await translator.open("cart-remove");
  await expect(translator.versions.first()).toContainText("ئۆچۈرۈش");
  await expect(translator.field).toHaveValue(words.say("cart-remove"));
});
