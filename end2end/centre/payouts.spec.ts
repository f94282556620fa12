// What the Centre keeps of a sale, and what it pays the cooperative of the rest: one person writes the payout down, another one
// approves it, it is paid with the bank's number, and undone when it was not. With and without scripts.

import { handedOver, ordered } from "../orders/handed-over";
import { fieldsOf, sendAgain } from "../setup/again";
import { expect, type Page, test, Words } from "../setup/test";
import { signIn } from "../studio/day";
import { COOPERATIVE, Studio } from "../studio/studio";

test.use({ shopNamed: "payouts" });
test.slow();

const words = new Words("zh");
const PLACE = `/zh/centre/money/payouts?of=${COOPERATIVE}`;
/** Of a bag of 26.80 the Centre keeps 5 % and half a yuan for the parcel. */
const [COMMISSION, PARCEL, REST, TOO_MUCH] = [/1[.]34/, /0[.]50/, "24.96", "24.97"];
const MONEY = /24[.]96/;
const REASON = "银行退回：账号有误";

const step = (page: Page, name: string) => page.getByTestId("list-payouts").getByTestId(`payout-${name}`).getByRole("button");
const state = (page: Page) => page.getByTestId("list-payouts").getByTestId("payout").locator("[data-state]");

test("fees are kept, and two people pay out the rest", async ({ page, shop, someoneElse, quiet }) => {
  // Fees and amounts that cannot be, a payout without its number, and one who approves what is their own.
  quiet.allowed.push(/status of 4(09|22)/);
  const first = await someoneElse();
  await signIn(first, words, shop, "centre", "centre/settings");
  const fees = first.getByTestId("settings-fees");
  const permille = fees.locator("[name=permille]");
  await permille.fill("1001");
  await fees.locator("[name=parcel-fee]").fill("0.5");
  const save = fees.getByRole("button", { name: words.say("button-save"), exact: true });
  await save.click();
  await expect(permille).toHaveAttribute("aria-invalid", "true");
  await expect(permille).toHaveValue("1001");
  await expect(fees.locator("[name=parcel-fee]")).toHaveValue("0.5");
  await permille.fill("٥٠");
  await save.click();
  await expect(first.getByText(words.say("centre-settings-saved"))).toBeVisible();

  const code = await ordered(page, words);
  await handedOver(await someoneElse(), await someoneElse(), words, shop, code);

  await first.goto(PLACE);
  await expect(first.getByTestId("account-commission")).toContainText(COMMISSION);
  await expect(first.getByTestId("account-parcels")).toContainText(PARCEL);
  await expect(first.getByTestId("account-payable")).toContainText(MONEY);
  const draft = first.getByTestId("payout-draft");
  await expect(draft.locator("[name=amount]")).toHaveValue(REST);
  await draft.locator("[name=amount]").fill(TOO_MUCH);
  await draft.getByRole("button").click();
  const again = first.getByTestId("again");
  await expect(again.locator("[name=amount]")).toHaveAttribute("aria-invalid", "true");
  await expect(again.locator("[name=amount]")).toHaveValue(TOO_MUCH);
  // How much it can be is said.
  await expect(again.locator("#field-amount-error")).toContainText(MONEY);
  await again.locator("[name=amount]").fill(REST);
  await again.getByRole("button").click();
  await expect(first.getByText(words.say("centre-money-done"))).toBeVisible();
  await expect(state(first)).toHaveAttribute("data-state", "draft");

  // Whoever wrote it down cannot approve it: there is no button, and a form made by hand is refused.
  await expect(first.getByText(words.say("payout-needs-other"))).toBeVisible();
  await expect(step(first, "approve")).toHaveCount(0);
  await expect(step(first, "pay")).toHaveCount(0);
  const fields = await fieldsOf(first.getByTestId("list-payouts").getByTestId("payout-withdraw"));
  await sendAgain(first, PLACE, [...fields, ["command", "approve"]]);
  await expect(first.getByRole("alert").first()).toBeVisible();
  await first.goto(PLACE);
  await expect(state(first)).toHaveAttribute("data-state", "draft");

  const second = await someoneElse();
  await signIn(second, words, shop, "centre/finance", "centre/money/payouts");
  await second.getByTestId("list-open").getByTestId("payout").getByRole("link").click();
  await step(second, "approve").click();
  await expect(state(second)).toHaveAttribute("data-state", "approved");
  await second.getByTestId("list-payouts").getByTestId("payout-pay").locator("[name=method]").selectOption("bank");
  await step(second, "pay").click();
  await expect(second.getByTestId("again").locator("[name=reference]")).toHaveAttribute("aria-invalid", "true");
  await second.getByTestId("again").locator("[name=reference]").fill("ABC-2026-1");
  await second.getByTestId("again").getByRole("button").click();
  await expect(second.getByText(words.say("centre-money-done"))).toBeVisible();
  await expect(state(second)).toHaveAttribute("data-state", "paid");

  // The cooperative reads it, with what was kept.
  const owner = new Studio(await someoneElse(), words);
  await owner.signIn(shop);
  await owner.page.goto("/zh/studio/account");
  await expect(owner.page.getByTestId("payout")).toContainText("ABC-2026-1");
  await expect(owner.page.getByTestId("account-commission")).toContainText(COMMISSION);
  await expect(owner.page.getByTestId("account-paid")).toContainText(MONEY);
  await expect(owner.page.getByTestId("account-payable")).not.toContainText(MONEY);
  // It is in the menu, and each day leads to its orders.
  await owner.page.goto("/zh/studio");
  await owner.page.getByRole("link", { name: words.say("payout-title") }).click();
  await owner.page.locator("details:has(td) > summary").click();
  await owner.page.locator("td a").first().click();
  const sold = owner.page.getByTestId("account-order").first();
  await expect(sold).toContainText(COMMISSION);
  await expect(owner.page.getByTestId("payout")).toContainText("ABC-2026-1");
  await sold.getByRole("link").click();
  await expect(owner.page).toHaveURL(/studio\/orders\//);

  // The bank sent it back: another row says so, and the money is owed again.
  await second.goto(PLACE);
  await step(second, "undo").click();
  await expect(second.getByTestId("again").locator("[name=reason]")).toHaveAttribute("aria-invalid", "true");
  await second.getByTestId("again").locator("[name=reason]").fill(REASON);
  await second.getByTestId("again").getByRole("button").click();
  await expect(second.getByText(words.say("centre-money-done"))).toBeVisible();
  await owner.page.goto("/zh/studio/account");
  await expect(owner.page.getByTestId("payout-reason")).toHaveText(REASON);
  await expect(second.getByText(words.say("payout-state-undone")).first()).toBeVisible();
  await expect(second.getByText(words.say("payout-state-counter")).first()).toBeVisible();
  await expect(step(second, "undo")).toHaveCount(0);
  await expect(second.getByTestId("account-payable")).toContainText(MONEY);

  // Both are found by the bank's number, and cards do not touch each other.
  await second.goto("/zh/centre/money/payouts");
  await second.getByTestId("find-payouts").locator("[name=q]").fill("abc-2026");
  await second.getByTestId("find-payouts").getByRole("button").click();
  const found = second.getByTestId("list-found").getByTestId("payout");
  await expect(found).toHaveCount(2);
  const [upper, lower] = [await found.first().boundingBox(), await found.last().boundingBox()];
  expect((lower?.y ?? 0) - (upper?.y ?? 0) - (upper?.height ?? 0)).toBeGreaterThan(4);
});
