// A word in the shop is not right. A translator changes it on a phone, sees it, a reviewer says yes, all see it, and the operator
// takes it into the files with the translator's name.

import { expect, type Language, type Page, Words } from "../setup/test";
import { test } from "./desk";
import { inBox, isListening, longPress, Translator } from "./translator";

test.use({ viewport: { width: 360, height: 560 } });

const BETTER = "مېنىڭ ھارۋام";
const words = new Words("ug");

/** From the page itself: with a finger, or by the list of the page's texts. */
async function openFromPage(translator: Translator, hasScripts: boolean) {
  const { page } = translator;
  await translator.enterShop();
  await page.goto("/ug/cart");
  if (hasScripts) {
    await isListening(page);
    await longPress(page, page.getByRole("heading", { level: 1 }));
  } else {
    await (await translator.linkInBar("cart-title")).click();
  }
  await expect(translator.field).toHaveValue(words.say("cart-title"));
}

async function title(page: Page, language: Language = "ug") {
  await page.goto(`/${language}/cart`);
  return page.getByRole("heading", { level: 1 });
}

test("a word is changed on the page and comes into the files", async ({ page, ownShop, repository, someoneElse, javaScriptEnabled }) => {
  const translator = new Translator(page, words);
  await translator.signIn(ownShop, "ug");
  await openFromPage(translator, javaScriptEnabled);
  await translator.write(BETTER);
  await translator.save();
  await expect(translator.field).toHaveValue(BETTER);

  // Its writer sees it at once, nobody else does.
  await expect(await title(page)).toHaveText(BETTER);
  const buyer = await someoneElse();
  await expect(await title(buyer)).toHaveText(words.say("cart-title"));

  const reviewer = new Translator(await someoneElse(), words);
  await reviewer.signIn(ownShop, "ug", "reviewer");
  await reviewer.openList("?work=suggested");
  await expect(reviewer.page.getByRole("main")).toContainText(BETTER);
  await reviewer.open("cart-title");
  await expect(reviewer.field).toHaveValue(BETTER);
  await reviewer.decide("approve");
  // All programs hear of it within a moment.
  await expect(async () => expect(await title(buyer)).toHaveText(BETTER, { timeout: 200 })).toPass();

  // In the other languages somebody has to look.
  const other = new Translator(await someoneElse(), new Words("zh"));
  await other.signIn(ownShop, "zh");
  await other.openList("?work=outdated");
  await expect(other.page.getByRole("main")).toContainText("cart-title");

  await page.goto("/ug/translate/take");
  const link = await page.getByTestId("patch").getAttribute("href");
  const mail = await (await page.request.get(link ?? "")).text();
  await repository.take(mail);
  expect(await repository.text("ug", "cart.ftl", "cart-title")).toBe(BETTER);
  expect(await repository.git("log", "-1", "--format=%an")).not.toContain("Operator");
  expect(await repository.git("show", "--name-only", "--format=", "HEAD")).toBe("locales/ug/cart.ftl\n");
});

test("a text that was translated from something else is found on its page", async ({ page, ownShop, someoneElse, javaScriptEnabled }) => {
  const chinese = new Translator(await someoneElse(), new Words("zh"));
  await chinese.signIn(ownShop, "zh", "reviewer");
  await chinese.open("cart-title");
  await chinese.write("我的购物车");
  await chinese.save();
  await chinese.decide("approve");

  const translator = new Translator(page, words);
  await translator.signIn(ownShop, "ug");
  await translator.enterShop();
  const link = translator.bar.locator('a[data-unit="cart-title"]').first();
  await expect(async () => {
    await page.goto("/ug/cart");
    await expect(link).toHaveAttribute("data-work", "outdated", { timeout: 200 });
  }).toPass();
  if (javaScriptEnabled) await expect(page.locator("h1[data-l10n-waits]")).toBeVisible();
  await openFromPage(translator, javaScriptEnabled);
  await expect(page.getByTestId("outdated")).toContainText("我的购物车");
  await translator.write(BETTER);
  await translator.save();

  const reviewer = new Translator(await someoneElse(), words);
  await reviewer.signIn(ownShop, "ug", "reviewer");
  await reviewer.open("cart-title");
  await reviewer.decide("approve");
  await expect(reviewer.page.getByTestId("outdated")).toHaveCount(0);
});

test("what is wrong is said, and nothing that was typed is lost", async ({ page, ownShop, quiet }) => {
  quiet.allowed.push(/status of 422/);
  const translator = new Translator(page, words);
  await translator.signIn(ownShop, "ug");
  await translator.open("page-position");
  await translator.write("{ $page } بەت");
  await translator.send();
  await expect(page.locator("[data-testid=text-found][data-level=error]").first()).toContainText("pages");
  await expect(translator.field).toHaveValue(`${inBox("ug", "page")} بەت`);
  await translator.write("{ $page } بەت، { $pages } ئىچىدە");
  await translator.save();
  await expect(translator.field).toHaveValue(/ئىچىدە$/);
});

test("what is taken back is gone", async ({ page, ownShop }) => {
  const translator = new Translator(page, words);
  await translator.signIn(ownShop, "ug");
  await translator.open("cart-title");
  await translator.write(BETTER);
  await translator.save();
  await translator.decide("withdraw");
  await expect(await title(page)).toHaveText(words.say("cart-title"));
});
