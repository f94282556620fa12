// A question about a product: asked without an account, answered by the cooperative, read by all.

import { ProductPage } from "../catalog/product";
import { Centre } from "../centre/centre";
import { expect, type Page, test, Words } from "../setup/test";
import { Studio } from "../studio/studio";

test.use({ shopNamed: "questions", viewport: { width: 360, height: 560 } });

const STORIES = [
  { language: "ug", question: "بۇ بادامنىڭ پوستى نېپىزمۇ؟", answer: "ھەئە، قولدا چاققىلى بولىدۇ." },
  { language: "zh", question: "这种巴旦木是今年的吗？", answer: "是今年九月采的。" },
] as const;

/** Opens the form on a product's page, and asks. */
async function ask(page: Page, words: Words, text: string) {
  await new ProductPage(page, words).open();
  const section = page.getByTestId("questions");
  await section.getByText(words.say("questions-ask"), { exact: true }).click();
  const form = section.getByTestId("ask-about-product");
  await form.getByLabel(words.say("questions-text"), { exact: true }).fill(text);
  await form.getByRole("button", { name: words.say("questions-send"), exact: true }).click();
  await expect(page).toHaveURL(/\/questions\?asked=/);
}

test("a question that is not right yet is under the address of the page that says so", async ({ page, quiet }) => {
  quiet.allowed.push(/status of 422/);
  const words = new Words("ug");
  await new ProductPage(page, words).open();
  const section = page.getByTestId("questions");
  await section.getByText(words.say("questions-ask"), { exact: true }).click();
  await section.getByRole("button", { name: words.say("questions-send"), exact: true }).click();
  await expect(page.locator("#errors")).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/products/${ProductPage.USUAL}/questions$`));
});

for (const { language, question, answer } of STORIES) {
  test(`a question is answered for all in ${language}`, async ({ page, shop, someoneElse }) => {
    const words = new Words(language);
    await ask(page, words, question);
    await expect(page.getByTestId("asked")).toContainText(words.say("questions-asked"));
    const own = page.getByTestId("own-question").filter({ hasText: question });
    await expect(own).toContainText(words.say("questions-waits"));

    const other = await someoneElse();
    await other.goto(`/${language}/products/${ProductPage.USUAL}/questions`);
    await expect(other.getByRole("main")).not.toContainText(question);

    const studio = new Studio(await someoneElse(), words);
    await studio.signIn(shop);
    await studio.page.goto(`/${language}/studio`);
    await studio.page.getByTestId("to-do-product-questions").click();
    const card = studio.page.getByTestId("question-card").filter({ hasText: question });
    await card.getByLabel(words.say("feedback-answer"), { exact: true }).fill(answer);
    await card.getByRole("button", { name: words.say("feedback-send"), exact: true }).click();
    await expect(studio.page.getByTestId("answered")).toContainText(words.say("feedback-answered"));

    const product = new ProductPage(other, words);
    await product.open();
    const section = other.getByTestId("questions");
    await expect(section.getByTestId("product-question").filter({ hasText: question })).toBeVisible();
    await expect(section.getByTestId("product-answer").filter({ hasText: answer })).toBeVisible();
    const asked = section.getByTestId("product-question").filter({ hasText: question }).locator("p[lang]").last();
    await expect(asked).toHaveAttribute("dir", language === "ug" ? "rtl" : "ltr");
    // Nothing of it is wider than the screen.
    const width = await other.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    await page.reload();
    await expect(page.getByTestId("own-questions")).toHaveCount(0);
  });

  test(`a phone number in a question waits for the Centre in ${language}`, async ({ page, shop, someoneElse }) => {
    const words = new Words(language);
    const text = `${question} 138 0013 8000`;
    await ask(page, words, text);
    await expect(page.getByTestId("asked")).toContainText(words.say("questions-asked-held"));
    const centre = new Centre(await someoneElse(), words);
    await centre.signIn(shop);
    await centre.page.goto(`/${language}/centre/moderation`);
    const card = centre.page.getByTestId("to-look-at").filter({ hasText: text });
    await card.getByText(words.say("moderation-hide"), { exact: true }).click();
    await card.getByRole("button", { name: words.say("reviews-hide-personal"), exact: true }).click();
    await expect(centre.page.getByText(words.say("moderation-hidden"))).toBeVisible();
    await page.goto(`/${language}/products/${ProductPage.USUAL}/questions`);
    const own = page.getByTestId("own-question").filter({ hasText: text });
    await expect(own).toContainText(words.say("questions-declined"));
    await own.getByRole("button", { name: words.say("questions-take-back"), exact: true }).click();
    await expect(page.getByTestId("asked")).toContainText(words.say("questions-taken-back"));
  });
}

test("what cannot be asked is told beside the field and kept", async ({ page, quiet }) => {
  quiet.allowed.push(/status of 422/);
  const words = new Words("ug");
  await page.goto(`/ug/products/${ProductPage.USUAL}/questions`);
  const form = page.getByTestId("ask-about-product");
  await form.getByLabel(words.say("questions-text"), { exact: true }).fill("قاچان كېلىدۇ؟");
  const phone = form.locator("[name='answer-phone']");
  await phone.fill("12");
  await form.getByRole("button", { name: words.say("questions-send"), exact: true }).click();
  await expect(page.locator("#errors")).toBeVisible();
  await expect(phone).toHaveAttribute("aria-invalid", "true");
  await expect(form.getByLabel(words.say("questions-text"), { exact: true })).toHaveValue("قاچان كېلىدۇ؟");
});
