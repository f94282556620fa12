// Whoever got the goods says how they were, with a photo, and all read it: on the smallest phone, with and without scripts.

import { png } from "../setup/files";
import { expect, type Page, test, Words } from "../setup/test";
import { handedOver, ordered } from "./handed-over";

test.use({ shopNamed: "reviews", viewport: { width: 360, height: 560 } });
test.slow();

const PRODUCT = "thin-shell-badam";

const STORIES = {
  ug: { said: "بەك تاتلىق ئىكەن، يەنە ئالىمەن", dir: "rtl", other: "es" },
  es: { said: "Muy ricas, llegaron bien", dir: "ltr", other: "ug" },
} as const;

for (const language of ["ug", "es"] as const) {
  const words = new Words(language);
  const story = STORIES[language];

  test(`a buyer says how it was, in ${language}`, async ({ page, shop, someoneElse, quiet }) => {
    quiet.allowed.push(/status of 422/);
    const code = await ordered(page, words);
    await expect(page.getByTestId("line-review"), "the goods are not there yet").toHaveCount(0);
    await handedOver(await someoneElse(), await someoneElse(), words, shop, code);

    await page.reload();
    await page.getByTestId("line-review").getByRole("link", { name: words.say("reviews-how"), exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.say("reviews-how"));
    const text = page.getByLabel(words.say("reviews-field-text"));
    const send = page.getByRole("button", { name: words.say("reviews-send"), exact: true });
    await text.fill(story.said);
    await send.click();
    await expect(page.locator("#field-stars-error")).toBeVisible();
    await expect(text, "what was typed stays").toHaveValue(story.said);
    await page.locator("[name=stars][value='4']").check();
    await send.click();
    await expect(page.getByTestId("review-sent")).toHaveText(words.say("reviews-sent"));
    await expect(page.getByTestId("review-sent")).toBeInViewport();

    const photo = page.getByTestId("photo-form");
    await photo.locator("input[type=file]").setInputFiles(png("badam.png", [180, 120, 60]));
    await photo.getByRole("button", { name: words.say("reviews-photo-add"), exact: true }).click();
    await expect(page.getByTestId("own-photo")).toHaveCount(1);
    await page.getByRole("link", { name: words.say("reviews-order"), exact: true }).click();
    await expect(page.getByTestId("line-review")).toContainText("★★★★☆");

    await isReadByAll(await someoneElse(), language, story);
    await isReadByAll(await someoneElse(), story.other, story);
  });
}

/** Whoever opens the product reads it, in the language it was written in, and tells the Centre what is wrong with it. */
async function isReadByAll(page: Page, language: "ug" | "es", story: { said: string; dir: string }) {
  const words = new Words(language);
  await page.goto(`/${language}/products/${PRODUCT}`);
  const shown = page.getByTestId("reviews").getByTestId("review").filter({ hasText: story.said });
  await expect(page.getByTestId("reviews-line").getByTestId("average")).toContainText(/4[.,٫]0/);
  await expect(shown.getByText(story.said)).toHaveAttribute("dir", story.dir);
  await expect(shown.locator("img")).toHaveCount(1);

  await page.getByRole("link", { name: words.say("reviews-all"), exact: true }).click();
  const card = page.getByTestId("review").filter({ hasText: story.said });
  await expect(card).toHaveCount(1);
  await card.getByText(words.say("reviews-report"), { exact: true }).click();
  await card.getByRole("button", { name: words.say("reviews-report-send"), exact: true }).click();
  await expect(page.getByTestId("reported")).toHaveText(words.say("reviews-reported"));
  await expect(page.getByTestId("reported")).toBeInViewport();
  await expect(card, "it stays").toHaveCount(1);

  // In lists the card has the stars, read aloud as words.
  await page.goto(`/${language}/products`);
  const product = page.getByRole("article").filter({ has: page.locator(`a[href$="/products/${PRODUCT}"]`) });
  const rating = product.getByTestId("card-rating").getByRole("img");
  await expect(rating.first()).toContainText(/4[.,٫]0/);
  await expect(rating.first()).toHaveAccessibleName(words.match("reviews-stars"));
  await expect(page.getByTestId("card-rating"), "no stars where nobody said anything").toHaveCount(1);
}
