// The day's packing list: what the scales say and what it does to the price, all orders of a section in one go with their
// carrier, and one file of labels. On the smallest phone, with and without scripts.

import { ProductPage } from "../catalog/product";
import { CheckoutPage, GULNAR, STATION } from "../checkout/checkout";
import { withOrder } from "../checkout/shopper";
import { OrderPage } from "../orders/order";
import { sendAgain } from "../setup/again";
import { expect, type Page, test, Words } from "../setup/test";
import { COOPERATIVE, Studio } from "./studio";

test.use({ shopNamed: "packing", viewport: { width: 360, height: 560 } });
test.slow();

/** Half a kilogram of loose almonds costs 25.80. */
const [KILOGRAM, WEIGHED] = [/51[.,٫]60/, /49[.,٫]02/];
/** One lets go of each order on its way, so that the list is empty for the next story. */
const SECTIONS = ["new", "to-pack", "to-hand-over"];

/** The list, for somebody who packs. */
async function openList(page: Page, words: Words) {
  await page.goto(`/${words.language}/studio/packing`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.say("studio-packing-title"));
}

/** The parcel of an order. */
const parcel = (page: Page, code: string) => page.getByTestId("parcel").filter({ hasText: code });
/** The button of its next step. */
const next = (page: Page, code: string) => parcel(page, code).locator("[data-testid^=next-]").getByRole("button").last();

for (const [language, typed] of [["ug", "٠٫٩٥"], ["zh", "０.９５"]] as const) {
  test(`what is weighed costs what it weighs, in ${language}`, async ({ page, shop, someoneElse, quiet }) => {
    quiet.allowed.push(/status of 422/);
    const words = new Words(language);
    // Twice the least that is sold: a kilogram.
    for (let times = 0; times < 2; times++) {
      const product = new ProductPage(page, words);
      await product.open();
      await page.getByRole("radio", { name: words.say("product-size-weighed") }).check();
      await product.add();
    }
    const checkout = new CheckoutPage(page, words);
    await checkout.open();
    await checkout.fill(GULNAR, STATION, "cash");
    await checkout.place();
    const code = await new OrderPage(page, words).codeText();
    const due = page.getByTestId("money-due");
    await expect(due).toContainText(KILOGRAM);

    const work = await someoneElse();
    await new Studio(work, words).signIn(shop, `${COOPERATIVE}/packer`);
    await openList(work, words);
    await next(work, code).click();
    await expect(work.getByTestId("packing-to-pack")).toContainText(code);
    const weight = parcel(work, code).locator("[name^=weight-]");
    await weight.fill("0.3");
    await next(work, code).click();
    await expect(weight, "less than a tenth below what was ordered").toHaveAttribute("aria-invalid", "true");
    await expect(weight).toHaveValue("0.3");
    // Of many parcels the summary says which one, and what was typed.
    const errors = work.locator("#errors");
    await expect(errors).toBeFocused();
    await expect(errors).toContainText(code);
    await expect(errors).toContainText("0.3");
    await page.reload();
    await expect(due, "nothing was changed").toContainText(KILOGRAM);
    await weight.fill(typed);
    await next(work, code).click();
    await expect(work.getByTestId("packing-to-hand-over")).toContainText(code);

    await page.reload();
    await expect(due).toContainText(WEIGHED);
    await expect(page.getByTestId("order-line")).toContainText(WEIGHED);
    await next(work, code).click();
    await expect(parcel(work, code)).toHaveCount(0);
  });
}

for (const language of ["ug", "es"] as const) {
  test(`all are accepted, printed, and handed over with their carrier, in ${language}`, async ({ page, shop, someoneElse }) => {
    const words = new Words(language);
    const codes: string[] = [];
    for (let orders = 0; orders < 2; orders++) codes.push(await (await withOrder(page, words)).codeText());

    const work = await someoneElse();
    await new Studio(work, words).signIn(shop, `${COOPERATIVE}/packer`);
    await openList(work, words);
    for (const code of codes) await expect(work.getByTestId("packing-new")).toContainText(code);
    const accept = work.getByTestId("all-accept");
    await expect(accept, "no thumb sends it by mistake").toBeHidden();
    await work.getByText(words.match("studio-all-accept", { count: "2" })).first().click();
    await accept.getByRole("button").click();
    await expect(work.getByTestId("all-moved")).toContainText(words.say("studio-all-accepted"));
    await expect(work.getByTestId("packing-new")).toHaveCount(0);
    for (const code of codes) {
      await next(work, code).click();
      await expect(work.getByTestId("packing-to-hand-over")).toContainText(code);
    }

    await printAll(work, page, words);

    await openList(work, words);
    const dispatch = work.getByTestId("all-dispatch");
    await work.getByText(words.match("studio-all-dispatch", { count: "2" })).first().click();
    await dispatch.locator("[name=carrier-all]").fill("顺丰");
    await dispatch.getByRole("button").click();
    await expect(work.getByTestId("all-moved")).toContainText(words.say("studio-all-dispatched"));
    for (const section of SECTIONS) await expect(work.getByTestId(`packing-${section}`)).toHaveCount(0);

    // The buyer reads who carries it.
    await page.reload();
    await expect(page.getByTestId("carrier")).toHaveText("顺丰");
  });
}

/** A file of all that waits, as it is made of hundreds: its page says how far it is, and leads to it; a stranger gets none. */
async function printAll(work: Page, stranger: Page, words: Words) {
  const language = words.language;
  await sendAgain(work, `/${language}/studio/print`, [["what", "labels"], ["paper", "100x150"], ["all", "waiting"]]);
  await expect(work).toHaveURL(new RegExp(`/${language}/studio/print/\\d+$`));
  const job = work.getByTestId("print-job");
  // The page looks again by itself.
  await expect(job).toHaveAttribute("data-state", "ready", { timeout: 20_000 });
  await expect(work.getByTestId("print-progress")).toHaveText(words.match("print-many-progress", { done: "2", total: "2" }));
  const file = (await work.getByTestId("open-file").getAttribute("href")) ?? "";
  const answer = await work.request.get(file);
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");
  const refused = await stranger.request.get(file);
  expect(refused.headers()["content-type"], "it holds where people live").not.toContain("pdf");
}
