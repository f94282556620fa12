// A holiday with its name: the Centre writes it down, buyers read it where they look for stations and help, each in their language,
// and it is taken back. With and without scripts.

import { expect, test, Words } from "../setup/test";
import { signIn } from "../studio/day";

test.use({ shopNamed: "holidays", viewport: { width: 360, height: 560 } });

const DAY_MS = 86_400_000;
/** The shop's day, Beijing time, so many days from now. */
const day = (days: number) => new Date(Date.now() + days * DAY_MS + 8 * 3_600_000).toISOString().slice(0, 10);
const NAMES = { ug: "روزا ھېيت", zh: "开斋节", es: "Fiesta del final del ayuno" };

test("a holiday is read by its name until it is taken back", async ({ page, shop, someoneElse, quiet }) => {
  quiet.allowed.push(/status of 422/);
  const words = new Words("ug");
  await signIn(page, words, shop, "centre", "centre/settings");
  const form = page.getByTestId("settings-closed");
  // What there is stands first; the row after it is empty.
  const row = (await form.locator("fieldset").count()).toString();
  const field = (part: string) => form.locator(`[name=closed-${part}-${row}]`);
  await expect(field("from")).toHaveValue("");
  for (const [language, name] of Object.entries(NAMES)) await field(language).fill(name);
  await field("from").fill(day(40));
  await field("until").fill(day(38));
  const save = form.getByRole("button", { name: words.say("button-save"), exact: true });
  await save.click();
  await expect(field("until"), "it ends before it begins").toHaveAttribute("aria-invalid", "true");
  await expect(field("from")).toHaveValue(day(40));
  await expect(field("es")).toHaveValue(NAMES.es);
  await field("until").fill(day(42));
  await save.click();
  await expect(page.getByText(words.say("centre-settings-saved"))).toBeVisible();

  const buyer = await someoneElse();
  for (const language of ["ug", "zh", "es"] as const) {
    for (const path of ["stations", "about"]) {
      await buyer.goto(`/${language}/${path}`);
      await expect(buyer.getByTestId("closed-days"), `${language} ${path}`).toContainText(NAMES[language]);
    }
  }

  await page.getByTestId("setting-change").first().getByTestId("undo").getByRole("button").click();
  await expect(page.getByText(words.say("centre-settings-undone"))).toBeVisible();
  await expect(field("from")).toHaveValue("");
  await buyer.goto("/ug/stations");
  await expect(buyer.getByRole("main")).not.toContainText(NAMES.ug);
});
