// A cooperative wants another name and telephone: it asks, the Centre says yes or no, and until then buyers read what they read
// before. On the smallest phone, with and without scripts.

import type { Shop } from "../setup/server";
import { expect, type Page, test, Words } from "../setup/test";
import { signIn } from "./day";
import { COOPERATIVE, Studio } from "./studio";

test.use({ shopNamed: "renaming", viewport: { width: 360, height: 560 } });

const CONFIRMED = { name: "ئالتۇن بادام تەجرىبە كوپىراتىپى", typed: "٠٩٩٨-٥٥٥٠٢٠٢", dialled: "tel:09985550202" };
const REFUSED = { name: "金巴旦大合作社", reason: "请附上营业执照上的名称。" };

const owned = (page: Page) => page.getByTestId("naming");

/** The owner types another name in the page's language, and asks the Centre. */
async function ask(page: Page, words: Words, shop: Shop, name: string) {
  await new Studio(page, words).signIn(shop);
  await page.goto(`/${words.language}/studio/cooperative`);
  await owned(page).locator(`[name=name-${words.language}]`).fill(name);
  await owned(page).getByRole("button", { name: words.say("renaming-ask"), exact: true }).click();
}

/** The Centre opens what waits, from its list. */
async function openAtCentre(page: Page, words: Words, shop: Shop, name: string) {
  await signIn(page, words, shop, "centre", "centre/confirmations");
  await page.getByTestId("waiting-name").locator(`a[href$="/centre/cooperatives/${COOPERATIVE}"]`).click();
  await expect(page.getByTestId("naming-change").filter({ hasText: name })).toBeVisible();
}

/** What buyers read on top of the shop's page. */
async function shopOf(page: Page, language: string) {
  await page.goto(`/${language}/shops/${COOPERATIVE}`);
  const name = page.getByRole("heading", { level: 1 });
  await expect(name).toBeVisible();
  return name;
}

test("a name and a telephone are confirmed, and all read them", async ({ page, shop, someoneElse, quiet }) => {
  quiet.allowed.push(/status of 422/);
  const words = new Words("ug");
  const buyer = await someoneElse();
  await ask(page, words, shop, CONFIRMED.name);
  await expect(page.getByTestId("asked")).toHaveAttribute("data-state", "waiting");

  // A number that is none is said beside its field, and nothing that was typed is lost.
  const phone = owned(page).locator("[name=phone]");
  await phone.fill("12");
  const send = owned(page).getByRole("button", { name: words.say("renaming-ask"), exact: true });
  await send.click();
  await expect(phone).toHaveAttribute("aria-invalid", "true");
  await expect(phone).toHaveValue("12");
  await expect(owned(page).locator("[name=name-ug]")).toHaveValue(CONFIRMED.name);
  await phone.fill(CONFIRMED.typed);
  await send.click();
  await expect(page.getByText(words.say("renaming-asked"))).toBeVisible();
  await expect(page.getByTestId("asked").getByTestId("naming-change")).toHaveCount(2);
  await expect(await shopOf(buyer, "ug"), "not yet").not.toContainText(CONFIRMED.name);

  const centre = await someoneElse();
  await openAtCentre(centre, words, shop, CONFIRMED.name);
  const confirm = centre.getByTestId("naming-confirm");
  await confirm.getByRole("button", { name: words.say("renaming-confirm"), exact: true }).click();
  await expect(centre.getByText(words.say("renaming-confirmed"))).toBeVisible();
  await expect(centre.getByTestId("naming-confirm")).toHaveCount(0);

  await expect(await shopOf(buyer, "ug")).toContainText(CONFIRMED.name);
  await expect(buyer.locator(`a[href="${CONFIRMED.dialled}"]`).first()).toBeVisible();
  await buyer.goto("/ug/shops");
  await expect(buyer.getByRole("main")).toContainText(CONFIRMED.name);
  await page.goto("/ug/studio/cooperative");
  await expect(page.getByTestId("asked")).toHaveCount(0);
  await expect(owned(page).locator("[name=name-ug]")).toHaveValue(CONFIRMED.name);
});

test("a name is sent back with a reason, and taken back", async ({ page, shop, someoneElse, quiet }) => {
  quiet.allowed.push(/status of 422/);
  const words = new Words("zh");
  await ask(page, words, shop, REFUSED.name);
  await expect(page.getByText(words.say("renaming-asked"))).toBeVisible();

  const centre = await someoneElse();
  await openAtCentre(centre, words, shop, REFUSED.name);
  const back = centre.getByTestId("naming-send-back");
  const send = back.getByRole("button", { name: words.say("renaming-send-back"), exact: true });
  await send.click();
  await expect(back.locator("[name=refusal]"), "nobody is told no without a reason").toHaveAttribute("aria-invalid", "true");
  await back.locator("[name=refusal]").fill(REFUSED.reason);
  await send.click();
  await expect(centre.getByText(words.say("renaming-refused"))).toBeVisible();

  // Its first page leads there, and what was asked for is still in the fields.
  await page.goto("/zh/studio");
  await page.getByTestId("renaming").getByRole("link").click();
  const asked = page.getByTestId("asked");
  await expect(asked).toHaveAttribute("data-state", "sent-back");
  await expect(asked).toContainText(REFUSED.reason);
  await expect(owned(page).locator("[name=name-zh]")).toHaveValue(REFUSED.name);
  await asked.getByTestId("take-back").getByRole("button").click();
  await expect(page.getByText(words.say("renaming-taken-back"))).toBeVisible();
  await expect(asked).toHaveCount(0);
  await expect(await shopOf(await someoneElse(), "zh")).not.toContainText(REFUSED.name);
});
