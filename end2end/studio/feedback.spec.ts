// Answering what buyers ask: what was typed is there again after the page was left, and gone once it is published.

import { ProductPage } from "../catalog/product";
import { expect, type Page, test, Words } from "../setup/test";
import { isHydrated } from "../shell/header";
import { Studio } from "./studio";

test.use({ shopNamed: "feedback", viewport: { width: 360, height: 560 } });

const words = new Words("ug");
const QUESTION = "بۇ بادام تۇزلۇقمۇ؟";
const ANSWER = "ياق، تۇز قوشمىدۇق.";

test("an answer that was left is there again until it is published", { tag: "@script" }, async ({
  page,
  context,
  shop,
  someoneElse,
}) => {
  const buyer = await someoneElse();
  await buyer.goto(`/ug/products/${ProductPage.USUAL}/questions`);
  const form = buyer.getByTestId("ask-about-product");
  await form.getByLabel(words.say("questions-text"), { exact: true }).fill(QUESTION);
  await form.getByRole("button", { name: words.say("questions-send"), exact: true }).click();
  await expect(buyer.getByTestId("asked")).toBeVisible();

  const studio = new Studio(page, words);
  await studio.signIn(shop);
  await page.goto("/ug/studio/feedback");
  await isHydrated(page);
  await expect(page.getByTestId("to-answer")).toHaveText(/\d/);
  const cardOf = (of: Page) => of.getByTestId("question-card").filter({ hasText: QUESTION });
  const fieldOf = (of: Page) => cardOf(of).getByLabel(words.say("feedback-answer"), { exact: true });
  await fieldOf(page).fill(ANSWER);
  await expect(cardOf(page).getByTestId("draft")).toContainText(words.say("studio-draft-unsaved"));
  await page.close();

  const back = await context.newPage();
  await back.goto("/ug/studio/feedback");
  await isHydrated(back);
  const draft = cardOf(back).getByTestId("draft");
  await expect(fieldOf(back)).toHaveValue(ANSWER);
  await expect(draft).toContainText(words.say("studio-draft-restored"));
  await cardOf(back).getByRole("button", { name: words.say("feedback-send"), exact: true }).click();
  await expect(back.getByTestId("answered")).toBeVisible();
  await isHydrated(back);
  await expect(fieldOf(back)).toHaveValue(ANSWER);
  await expect(draft.getByRole("button")).toBeHidden();
  await buyer.goto(`/ug/products/${ProductPage.USUAL}`);
  await expect(buyer.getByTestId("questions")).toContainText(ANSWER);
});
