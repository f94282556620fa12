// A size is sold out: somebody asks to be told, the cooperative sees that they wait, and once there is something again a message
// leads to it, and ends such messages.

import { Centre } from "../centre/centre";
import { expect, test, Words } from "../setup/test";
import { Studio } from "../studio/studio";
import { ProductPage } from "./product";

test.use({ shopNamed: "restock", viewport: { width: 360, height: 560 } });

/** Sold out in its largest size. */
const SLUG = "salted-badam-kernel";

for (const [language, phone, stock] of [
  ["ug", "١٣٨٠٠١٣٨٠٢١", "5"],
  ["es", "138 0013 8022", "6"],
] as const) {
  test(`who waits is told, in ${language}`, async ({ page, someoneElse, shop, quiet }) => {
    quiet.allowed.push(/status of 422/);
    const words = new Words(language);
    const work = await someoneElse();
    const studio = new Studio(work, new Words("zh"));
    await studio.signIn(shop);
    const setStock = async (offer: string, there: string) => {
      await work.goto("/zh/studio/stock");
      const row = work.getByTestId("stock-row").filter({ has: work.locator(`[name=stock-${offer}]`) });
      await row.locator(`[name=stock-${offer}]`).fill(there);
      await work.getByTestId("stock-form").getByRole("button", { name: studio.words.say("button-save"), exact: true }).click();
      await expect(work).toHaveURL(/saved=1/);
      return row;
    };

    await new ProductPage(page, words).open(SLUG);
    await page.getByTestId("tell-me").click();
    await expect(page.getByRole("heading", { level: 1, name: words.say("restock-link") })).toBeVisible();
    const form = page.locator("form[data-testid=tell-me]");
    const offer = await form.getByRole("radio").first().inputValue();
    const ask = form.getByRole("button", { name: words.say("restock-ask"), exact: true });
    await form.locator("[name=phone]").fill("1380");
    await ask.click();
    await expect(form.locator("#field-phone-error")).toBeVisible();
    await expect(form.locator("[name=phone]")).toHaveValue("1380");
    await form.locator("[name=phone]").fill(phone);
    await ask.click();
    await expect(page.getByTestId("asked")).toHaveText(words.say("restock-asked"));
    await expect(page.getByTestId("asked")).toBeInViewport();

    await work.goto("/zh/studio/stock");
    const row = work.getByTestId("stock-row").filter({ has: work.locator(`[name=stock-${offer}]`) });
    await expect(row.getByTestId("people-waiting")).toContainText("1");
    await setStock(offer, stock);

    const desk = await someoneElse();
    const centre = new Centre(desk, new Words("zh"));
    await centre.signIn(shop);
    const texts = desk.locator("[data-testid=outbox-message][data-kind=back-in-stock] [data-testid=outbox-text]");
    const own = texts.filter({ hasText: `/${language}/back/` });
    await expect(async () => {
      await desk.goto("/zh/centre/outbox");
      await expect(own).toHaveCount(1, { timeout: 500 });
    }).toPass();
    const [link] = (await own.innerText()).match(/\/(ug|es)\/back\/[0-9a-f]{16}/) ?? [];
    expect(link).toBeDefined();

    await page.goto(link ?? "");
    await expect(page.getByRole("article").getByRole("button", { name: words.match("product-add-named") })).toBeVisible();
    await page.getByRole("button", { name: words.say("restock-stop"), exact: true }).click();
    await expect(page.getByTestId("refused")).toHaveText(words.say("restock-stopped"));
    // As it was, for the next language.
    await setStock(offer, "0");
    await page.goto(`/${language}/products/${SLUG}/back`);
    await form.locator("[name=phone]").fill(phone);
    await ask.click();
    // Nobody learns from the form that the number's owner ended such messages.
    await expect(page.getByTestId("asked")).toHaveText(words.say("restock-asked"));
  });
}
