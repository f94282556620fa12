// What a cooperative types and has not saved yet: it is there again, whatever happened in between.

import { expect, test, Words } from "../setup/test";
import { isHydrated } from "../shell/header";
import { COOPERATIVE, Studio } from "./studio";

test.use({ shopNamed: "drafts" });

const ug = new Words("ug");
const STORY = "بىز بۇ يىل يېڭى باغ ئاچتۇق.";

test("a session that ends while one types loses nothing", { tag: "@script" }, async ({ page, context, shop }) => {
  const studio = new Studio(page, ug);
  await studio.signIn(shop);
  await studio.openShopPage();
  await isHydrated(page);
  const draft = page.getByTestId("draft");
  await expect(draft.getByRole("button")).toBeHidden();
  await studio.text("studio-story", "ug").fill(STORY);
  await expect(draft).toContainText(ug.say("studio-draft-unsaved"));

  await context.clearCookies();
  await page.getByRole("button", { name: ug.say("button-save"), exact: true }).click();
  const { phone, password } = await shop.account(COOPERATIVE);
  await page.getByLabel(ug.say("account-phone"), { exact: true }).fill(phone);
  await page.getByLabel(ug.say("account-password"), { exact: true }).fill(password);
  await page.getByRole("button", { name: ug.say("account-sign-in"), exact: true }).click();

  await page.waitForURL(/studio\/shop/);
  await isHydrated(page);
  await expect(studio.text("studio-story", "ug")).toHaveValue(STORY);
  await expect(draft).toContainText(ug.say("studio-draft-restored"));
  await studio.save();
  await isHydrated(page);
  await expect(draft.getByRole("button")).toBeHidden();
  await expect(studio.text("studio-story", "ug")).toHaveValue(STORY);
});

test("what was typed can be thrown away", { tag: "@script" }, async ({ page, shop }) => {
  const studio = new Studio(page, ug);
  await studio.signIn(shop);
  await studio.openShopPage();
  await isHydrated(page);
  const story = studio.text("studio-story", "ug");
  const saved = await story.inputValue();
  await story.fill(`${saved} x`);
  await page.getByTestId("draft").getByRole("button", { name: ug.say("studio-draft-discard") }).click();
  await expect(story).toHaveValue(saved);
  await isHydrated(page);
  await expect(page.getByTestId("draft").getByRole("button")).toBeHidden();
});
