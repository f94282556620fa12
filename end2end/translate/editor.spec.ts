// A text while it is being written: what is wrong with it, and how it will look, follow what is typed.

import AxeBuilder from "@axe-core/playwright";

import { ASKED_BEFORE_LEAVING, expect, type Language, type Page, test, Words } from "../setup/test";
import { isHydrated } from "../shell/header";
import { hold } from "../shell/moving";
import { inBox, Translator } from "./translator";

test.use({ viewport: { width: 360, height: 560 }, shopNamed: "text-editor" });

const LANGUAGES: Language[] = ["ug", "es"];

for (const language of LANGUAGES) {
  const words = new Words(language);

  test(`a chip goes where the cursor is, and the preview follows (${language}) @script`, async ({ page, shop }) => {
    const translator = new Translator(page, words);
    await translator.signIn(shop, language);
    await translator.open("page-position");
    await expect(translator.chip("page")).toBeVisible();
    await translator.write("+ /");
    await translator.field.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(2, 2));
    await translator.chip("page").click();
    await expect(translator.field).toHaveValue(`+ ${inBox(language, "page")}/`);
    await expect(translator.field).toBeFocused();
    // One is still missing, and that is said before anything is sent.
    await expect(translator.found.first()).toHaveAttribute("data-level", "error");
    await expect(translator.found.first()).toContainText("pages");
    await expect(translator.preview).toHaveText(words.say("texts-preview-none"));
    await translator.field.press("End");
    await translator.chip("pages").click();
    await expect(page.locator("[data-testid=text-found][data-level=error]")).toHaveCount(0);
    await expect(translator.preview).toHaveText("+ 3/12");
    await page.locator("[data-sample=page]").fill("2");
    await expect(translator.preview).toHaveText("+ 2/12");
    await expect(translator.preview.locator("bdi").first()).toHaveText("2");
  });

  test(`without a network the examples still follow, and it says what was not checked (${language}) @script`, async ({ page, shop, quiet }) => {
    quiet.allowed.push(/ERR_FAILED|Failed to fetch|Failed to load resource/);
    const translator = new Translator(page, words);
    await translator.signIn(shop, language);
    await translator.open("page-position");
    await expect(translator.chip("page")).toBeVisible();
    await page.route("**/api/check_text*", (route) => route.abort());
    await page.locator("[data-sample=pages]").fill("77");
    await expect(translator.preview).toContainText("77");
    await translator.field.press("End");
    await translator.field.pressSequentially(" x");
    await expect(page.getByText(words.say("texts-unchecked"))).toBeVisible();
  });

  test(`a preview says that it is behind, and takes along what was done to the examples meanwhile (${language}) @script`, async ({ page, shop }) => {
    const translator = new Translator(page, words);
    await translator.signIn(shop, language);
    await translator.open("page-position");
    await expect(translator.chip("page")).toBeVisible();
    const answer = await hold(page, "**/api/check_text*");
    const asked = page.waitForRequest("**/api/check_text*");
    await translator.write("+ { $page }/{ $pages }");
    await page.locator("[data-sample=page]").fill("2");
    await asked;
    await expect(translator.preview).toHaveAttribute("aria-busy", "true");
    await answer.release();
    await expect(translator.preview).toHaveText("+ 2/12");
    await expect(translator.preview).not.toHaveAttribute("aria-busy");
  });

  test(`what was typed is there again when one comes back (${language}) @script`, async ({ page, shop, quiet }) => {
    quiet.allowed.push(ASKED_BEFORE_LEAVING);
    const translator = new Translator(page, words);
    await translator.signIn(shop, language);
    await translator.open("page-position");
    await expect(translator.chip("page")).toBeVisible();
    await translator.write("+ { $page }/{ $pages }");
    await expect(translator.preview).toHaveText("+ 3/12");
    await translator.openList();
    await translator.open("page-position");
    await expect(translator.field).toHaveValue("+ { $page }/{ $pages }");
    await expect(translator.preview).toHaveText("+ 3/12");
    await expect(page.getByText(words.say("studio-draft-restored"))).toBeVisible();
  });

  test(`what was typed before the script was there is kept (${language}) @script`, async ({ page, shop, quiet }) => {
    quiet.allowed.push(ASKED_BEFORE_LEAVING);
    const translator = new Translator(page, words);
    await translator.signIn(shop, language);
    const script = await hold(page, "**/*.wasm");
    await page.goto(`/${language}/translate/text/page-position`, { waitUntil: "domcontentloaded" });
    await translator.write("+ { $page }/{ $pages }");
    await script.release();
    await isHydrated(page);
    const draft = translator.form.getByTestId("draft");
    await expect(draft).toContainText(words.say("studio-draft-unsaved"));
    await expect(translator.field).toHaveValue("+ { $page }/{ $pages }");
    await translator.openList();
    await translator.open("page-position");
    await expect(translator.field).toHaveValue("+ { $page }/{ $pages }");
    await expect(draft).toContainText(words.say("studio-draft-restored"));
    // What stands in the field by the time the draft is looked for is newer than the draft.
    const again = await hold(page, "**/*.wasm");
    await page.reload({ waitUntil: "domcontentloaded" });
    await translator.write("- { $page }/{ $pages }");
    await again.release();
    await isHydrated(page);
    await expect(draft).toContainText(words.say("studio-draft-unsaved"));
    await expect(translator.field).toHaveValue("- { $page }/{ $pages }");
  });

  test(`going back to a text loses nothing of what was typed (${language}) @script`, async ({ page, shop, quiet }) => {
    quiet.allowed.push(ASKED_BEFORE_LEAVING);
    const translator = new Translator(page, words);
    await translator.signIn(shop, language);
    await translator.open("page-position");
    await expect(translator.chip("page")).toBeVisible();
    await translator.write("+ { $page }/{ $pages }");
    await expect(translator.preview).toHaveText("+ 3/12");
    await translator.openList();
    // By now the browser has filled the field itself.
    await page.goBack();
    await expect(translator.field).toHaveValue("+ { $page }/{ $pages }");
    await expect(page.getByText(words.say("studio-draft-restored"))).toBeVisible();
    await page.reload();
    await expect(translator.field).toHaveValue("+ { $page }/{ $pages }");
    await expect(page.getByText(words.say("studio-draft-restored"))).toBeVisible();
  });

  test(`a line begun with Enter is part of the text, and the box runs as its language does (${language}) @script`, async ({ page, shop }) => {
    const translator = new Translator(page, words);
    await translator.signIn(shop, language);
    await translator.open("page-position");
    await expect(translator.chip("page")).toBeVisible();
    await translator.write("{ $page }\n+ { $pages }");
    await expect(translator.preview).toHaveText("3 + 12");
    await expect(translator.field).toHaveAttribute("dir", language === "ug" ? "rtl" : "ltr");
    // Nothing at all is told like any other mistake: no call fails.
    await translator.write("");
    await expect(translator.found.first()).toHaveAttribute("data-level", "error");
    await expect(translator.preview).toHaveText(words.say("texts-preview-none"));
  });

  test(`the text stands there as it is without a script, too (${language}) @no-script`, async ({ page, shop }) => {
    const translator = new Translator(page, words);
    await translator.signIn(shop, language);
    await translator.open("page-position");
    await expect(translator.preview.locator("bdi")).toHaveText(["3", "12"]);
    await expect(translator.chip("page")).toBeHidden();
  });

  test(`the guide is read in one's own language (${language})`, async ({ page, shop }) => {
    const translator = new Translator(page, words);
    await translator.signIn(shop, language);
    await page.getByRole("link", { name: words.say("texts-guide"), exact: true }).click();
    await expect(page.getByTestId("guide").locator("svg")).toHaveCount(2);
  });

  test(`the guide and the editor can be used by everybody (${language}) @script`, async ({ page, shop }) => {
    const translator = new Translator(page, words);
    await translator.signIn(shop, language);
    await translator.open("page-position");
    await expect(translator.chip("page")).toBeVisible();
    await expectUsable(page, "[data-testid=text-form]");
    await page.goto(`/${language}/translate/guide`);
    await expectUsable(page, "[data-testid=guide]");
  });
}

async function expectUsable(page: Page, part: string) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.target)])).toEqual([]);
}
