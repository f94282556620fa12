// Goods came damaged: the buyer says so on the order's page, the cooperative gives a part of the money back, the Centre
// sends it, and all of them read the same amounts. On the smallest phone, with and without scripts.

import { expect, type Page, test, Words } from "../setup/test";
import { signIn } from "../studio/day";
import { COOPERATIVE, Studio } from "../studio/studio";
import { handedOver, ordered } from "./handed-over";

test.use({ shopNamed: "damage", viewport: { width: 360, height: 560 } });
test.slow();

/** A bag of 26.80 is paid in cash; 6.80 of it goes back. */
const [BACK, LEFT] = [/6[.,٫]80/, /20[.,٫]00/];

const STORIES = {
  ug: { said: "قاپنىڭ يېرىمى نەملىشىپ كەتتى", answered: "كەچۈرۈڭ، پۇلىڭىز قايتۇرۇلىدۇ." },
  es: { said: "La mitad de la bolsa está mojada", answered: "Lo sentimos, te devolvemos una parte." },
};

for (const language of ["ug", "es"] as const) {
  const words = new Words(language);
  const story = STORIES[language];

  test(`damage is reported and money comes back, in ${language}`, async ({ page, shop, someoneElse, quiet }) => {
    quiet.allowed.push(/status of 422/);
    await page.goto(`/${language}/products/thin-shell-badam`);
    await expect(page.getByTestId("returns")).toContainText("48");
    await page.getByTestId("returns").getByRole("link").click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.say("returns-title"));
    await expect(page.getByTestId("report-hours")).toContainText("48");

    const code = await ordered(page, words);
    await handedOver(await someoneElse(), await someoneElse(), words, shop, code);
    await page.reload();
    await report(page, words, story.said);

    const work = await someoneElse();
    await new Studio(work, words).signIn(shop, `${COOPERATIVE}/packer`);
    await giveBack(work, words, code, story);

    await page.reload();
    await expect(page.getByTestId("report-line")).toHaveAttribute("data-outcome", "refunded");
    await expect(page.getByTestId("report-line")).toContainText(BACK);
    await expect(page.getByTestId("message").last()).toContainText(story.answered);
    await expect(page.getByTestId("order-line")).toContainText(LEFT);
    await expect(page.getByTestId("money-due")).toContainText(LEFT);
    await expect(page.getByTestId("money-back")).toContainText(BACK);
    await expect(page.getByTestId("payment-state")).toHaveAttribute("data-state", "to-refund");

    // The Centre finds the same amount in the field already, and sends it.
    const centre = await someoneElse();
    await signIn(centre, words, shop, "centre", "centre/money");
    const form = centre.getByTestId("refunds").getByTestId(`refund-${code}`);
    await expect(form.locator("[name=amount]")).toHaveValue("6.80");
    await form.locator("[name=reference]").fill(`back ${code}`);
    await form.getByRole("button", { name: words.say("centre-money-refund"), exact: true }).click();
    await expect(centre.getByText(words.say("centre-money-done"))).toBeVisible();
    await page.reload();
    await expect(page.getByTestId("money-given-back")).toContainText(BACK);
    await expect(page.getByTestId("money-back")).toHaveCount(0);
    await expect(page.getByTestId("payment-state")).toHaveAttribute("data-state", "paid");
  });
}

/** The buyer forgets to say what is wrong at first: what was typed stays. */
async function report(page: Page, words: Words, said: string) {
  const part = page.getByTestId("reports");
  await part.locator("summary").click();
  await part.getByLabel(words.say("returns-form-text"), { exact: true }).fill(said);
  const send = part.getByRole("button", { name: words.say("returns-form-send"), exact: true });
  await send.click();
  const kind = part.getByLabel(words.say("returns-form-kind"), { exact: true });
  await expect(kind).toHaveAttribute("aria-invalid", "true");
  await expect(part.getByLabel(words.say("returns-form-text"), { exact: true })).toHaveValue(said);
  await kind.selectOption("damaged");
  await send.click();
  await expect(page.getByTestId("reported")).toBeInViewport();
  await expect(part.getByTestId("report-line")).toHaveAttribute("data-outcome", "open");
  await expect(part.getByTestId("report-form")).toHaveCount(0);
  await expect(page.getByTestId("message").last()).toContainText(said);
}

/** The packer finds it among what is to be done, tries too much, and gives a part back. */
async function giveBack(work: Page, words: Words, code: string, story: { said: string; answered: string }) {
  await work.goto(`/${words.language}/studio`);
  await work.getByTestId("to-do-reports").click();
  const card = work.getByTestId("reported-order").filter({ hasText: code });
  await card.getByRole("link", { name: words.say("talk-answer"), exact: true }).click();
  await expect(work.getByTestId("message").last()).toContainText(story.said);
  const answer = work.getByTestId("settle-refunded");
  await answer.locator("summary").click();
  const amount = answer.getByLabel(words.say("returns-settle-amount"), { exact: true });
  await amount.fill("26.81");
  const button = answer.getByRole("button", { name: words.say("returns-settle-refund"), exact: true });
  await button.click();
  await expect(amount).toHaveAttribute("aria-invalid", "true");
  await expect(amount).toHaveValue("26.81");
  await amount.fill("6.80");
  await answer.locator("textarea").fill(story.answered);
  await button.click();
  await expect(work.getByTestId("settled")).toBeVisible();
  await expect(work.getByTestId("report-line")).toContainText(BACK);
  await expect(work.getByTestId("settle-refunded")).toHaveCount(0);
}
