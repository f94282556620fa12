// What a cooperative types and has not saved yet: it is there again, whatever happened in between.

import { expect, test, Words } from "../setup/test";
import { isHydrated } from "../shell/header";
import { COOPERATIVE, Studio } from "./studio";

test.use({ shopNamed: "drafts" });

const ug = new Words("ug");
const PRODUCT = "نېپىز پوستلۇق بادام";
const STORY = "بىز بۇ يىل يېڭى باغ ئاچتۇق.";

test("a session that ends while one types loses nothing", { tag: "@script" }, async ({ page, context, shop }) => {
  const studio = new Studio(page, ug);
  await studio.signIn(shop);
  await studio.openProduct(PRODUCT);
  await isHydrated(page);
  const draft = page.getByTestId("draft");
  await expect(draft.getByRole("button")).toBeHidden();
  await studio.text("studio-description", "ug").fill(STORY);
  await expect(draft).toContainText(ug.say("studio-draft-unsaved"));

  await context.clearCookies();
  await page.getByRole("button", { name: ug.say("button-save"), exact: true }).click();
  const { phone, password } = await shop.account(COOPERATIVE);
  await page.getByLabel(ug.say("account-phone"), { exact: true }).fill(phone);
  await page.getByLabel(ug.say("account-password"), { exact: true }).fill(password);
  await page.getByRole("button", { name: ug.say("account-sign-in"), exact: true }).click();

  // It came along through signing in, and is sent when they say so.
  await page.getByRole("button", { name: ug.say("account-sent-send"), exact: true }).click();
  await expect(page.getByText(ug.say("studio-saved"))).toBeVisible();
  await isHydrated(page);
  await expect(draft.getByRole("button")).toBeHidden();
  await expect(studio.text("studio-description", "ug")).toHaveValue(STORY);
});

test("what was typed can be thrown away", { tag: "@script" }, async ({ page, shop }) => {
  const studio = new Studio(page, ug);
  await studio.signIn(shop);
  await studio.openProduct(PRODUCT);
  await isHydrated(page);
  const story = studio.text("studio-description", "ug");
  const saved = await story.inputValue();
  await story.fill(`${saved} x`);
  await page.getByTestId("draft").getByRole("button", { name: ug.say("studio-draft-discard") }).click();
  await expect(story).toHaveValue(saved);
  await isHydrated(page);
  await expect(page.getByTestId("draft").getByRole("button")).toBeHidden();
});

test("a page of stock that was left brings back what was typed and nothing else", { tag: "@script" }, async ({
  page,
  context,
  shop,
}) => {
  const studio = new Studio(page, ug);
  await studio.signIn(shop);
  await page.goto("/ug/studio/stock");
  await isHydrated(page);
  await page.locator("input[name^='price-']").first().fill("77.70");
  const other = await page.locator("input[name^='stock-']").nth(1).getAttribute("name");
  await page.close();

  // Meanwhile somebody counts another size.
  const back = await context.newPage();
  await back.goto(`/ug/studio/stock/${other?.replace("stock-", "")}`);
  await back.locator("input[name='reason'][value='counted']").check();
  await back.locator("input[name='amount']").fill("41");
  await back.getByRole("button", { name: ug.say("goods-move"), exact: true }).click();
  await back.waitForURL(/saved=1/);

  await back.goto("/ug/studio/stock");
  await isHydrated(back);
  const [mine, counted] = [back.locator("input[name^='price-']").first(), back.locator(`input[name='${other}']`)];
  const draft = back.getByTestId("stock-form").getByTestId("draft");
  await expect(mine).toHaveValue("77.70");
  await expect(counted).toHaveValue("41");
  await expect(draft).toContainText(ug.say("studio-draft-restored"));
  await back.getByRole("button", { name: ug.say("button-save"), exact: true }).click();
  await back.waitForURL(/saved=1/);
  await isHydrated(back);
  await expect(mine).toHaveValue("77.70");
  await expect(counted).toHaveValue("41");
  await expect(draft.getByRole("button")).toBeHidden();
});
