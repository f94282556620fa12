// Something is missing of what was paid: the cooperative offers another thing, the buyer reads what that comes to and says
// no, and the Centre reads what is to be given back. On the smallest phone, with and without scripts.

import { ProductPage } from "../catalog/product";
import { CheckoutPage, GULNAR, STATION } from "../checkout/checkout";
import { withCart } from "../checkout/shopper";
import { OrderPage } from "../orders/order";
import type { Shop } from "../setup/server";
import { expect, type Page, test, Words } from "../setup/test";
import { signIn } from "./day";
import { Studio } from "./studio";

test.use({ shopNamed: "replace", viewport: { width: 360, height: 560 } });
test.slow();

/** Two bags of 26.80 are paid. One is missing, and a smaller one of 15.80 is offered: 11.00 less. */
const [AGREED, PAYS, LESS] = [/26[.,٫]80/, /15[.,٫]80/, /11[.,٫]00/];

type Story = { ordered: string; offered: string; note: string };

const STORIES: Record<"ug" | "zh", Story> = {
  ug: { ordered: "نېپىز پوستلۇق بادام", offered: "قۇمدا قورۇلغان بادام", note: "كېلەر ھەپتە كېلىدۇ." },
  zh: { ordered: "纸皮巴旦木", offered: "沙炒巴旦木", note: "下周才有。" },
};

for (const language of ["ug", "zh"] as const) {
  const words = new Words(language);
  const story = STORIES[language];

  test(`another thing is offered and declined, in ${language}`, async ({ page, shop, someoneElse }) => {
    const code = await orderTwo(page, words);
    const centre = await someoneElse();
    await signIn(centre, words, shop, "centre", "centre/money");
    await bookTransfer(centre, words, code);
    await page.reload();
    await expect(page.getByTestId("payment-state")).toHaveAttribute("data-state", "paid");
    await expect(page.getByTestId("money-back")).toHaveCount(0);

    await offerAnother(await someoneElse(), words, shop, code, story);

    // The buyer reads why, what comes in the place of what, and what it costs.
    await page.reload();
    await expect(page.getByTestId("reduce-reason")).toContainText(words.say("orders-cancel-reason-out-of-stock"));
    await expect(page.getByTestId("reduce-reason")).toContainText(story.note);
    await expect(page.getByTestId("instead")).toContainText(story.ordered);
    const line = page.getByTestId("order-line").filter({ has: page.getByTestId("instead") });
    await expect(line).toContainText(story.offered);
    await expect(line).toContainText(PAYS);
    await expect(page.getByTestId("money-back")).toContainText(LESS);
    const question = page.getByTestId("replacement");
    await expect(question).toContainText(story.offered);
    const decline = page.getByTestId("decline");
    await expect(decline).toBeHidden();
    await question.locator("summary").click();
    await expect(decline).toContainText(PAYS);
    await expect(decline).not.toContainText(words.say("replace-decline-all"));
    await decline.getByRole("button", { name: words.say("replace-decline-confirm"), exact: true }).click();

    await expect(page.getByTestId("declined")).toContainText(words.say("replace-declined"));
    await expect(question).toHaveCount(0);
    await expect(page.getByTestId("payment-state")).toHaveAttribute("data-state", "to-refund");
    await expect(page.getByTestId("money-back")).toContainText(AGREED);
    await expect(page.getByTestId("goes-back")).toBeVisible();

    // The Centre reads the same, and the field for what goes back says it already.
    await centre.goto(`/${language}/centre/money`);
    const refund = centre.getByTestId("refunds").getByRole("listitem").filter({ hasText: code });
    await expect(refund.getByTestId("payment-state")).toHaveAttribute("data-state", "to-refund");
    await expect(refund).toContainText(words.say("centre-money-kind-to-give-back"));
    const form = refund.getByTestId(`refund-${code}`);
    await expect(form.locator("[name=amount]")).toHaveValue("26.80");
    await form.locator("[name=reference]").fill(`back ${code}`);
    await form.getByRole("button", { name: words.say("centre-money-refund"), exact: true }).click();
    await expect(centre.getByText(words.say("centre-money-done"))).toBeVisible();
    await expect(centre.getByTestId("refunds")).not.toContainText(code);
    await page.reload();
    await expect(page.getByTestId("money-given-back")).toContainText(AGREED);
    await expect(page.getByTestId("money-back")).toHaveCount(0);
  });
}

/** Two bags of the usual product, to be paid by transfer; answers the order's code. */
async function orderTwo(page: Page, words: Words): Promise<string> {
  await withCart(page, words, ProductPage.USUAL);
  await withCart(page, words, ProductPage.USUAL);
  const checkout = new CheckoutPage(page, words);
  await checkout.open();
  await checkout.fill(GULNAR, STATION, "transfer");
  await checkout.place();
  return new OrderPage(page, words).codeText();
}

/** All that is due came in. */
async function bookTransfer(centre: Page, words: Words, code: string) {
  const search = centre.getByTestId("money-search");
  await search.locator("[name=q]").fill(code);
  await search.getByRole("button").click();
  const form = centre.getByTestId("found").getByTestId(`receive-${code}`);
  await form.getByRole("button", { name: words.say("centre-money-receive"), exact: true }).click();
  await expect(centre.getByText(words.say("centre-money-done"))).toBeVisible();
}

/** The cooperative looks at what it comes to, says why, and sends another thing in place of one bag. */
async function offerAnother(work: Page, words: Words, shop: Shop, code: string, story: Story) {
  await new Studio(work, words).signIn(shop);
  await work.goto(`/${words.language}/studio/orders`);
  await work.getByRole("main").getByRole("link", { name: code }).first().click();
  await work.getByTestId("replace").click();
  const fields = work.getByTestId("replace-fields");
  await fields.locator("[name=missing]").fill("1");
  const another = fields.locator("[name=offer] option").filter({ hasText: story.offered }).filter({ hasText: PAYS });
  const offer = await another.getAttribute("value");
  await fields.locator("[name=offer]").selectOption(offer);
  const amount = fields.locator("[name=amount]");
  await amount.fill("100001");
  const look = fields.getByRole("button", { name: words.say("changes-look"), exact: true });
  await look.click();
  await expect(amount).toHaveAttribute("aria-invalid", "true");
  await expect(amount).toHaveValue("100001");
  await expect(fields.locator("[name=missing]")).toHaveValue("1");
  await amount.fill("1");
  await look.click();

  const form = work.getByTestId("replace-confirm");
  await expect(form.getByTestId("agreed")).toContainText(AGREED);
  await expect(form.getByTestId("worth")).toContainText(PAYS);
  await expect(form.getByTestId("pays")).toContainText(PAYS);
  await expect(form.getByTestId("cheaper")).toContainText(LESS);
  await expect(form.getByTestId("refund")).toContainText(LESS);
  await form.getByRole("combobox", { name: words.say("changes-reason"), exact: true }).selectOption("out-of-stock");
  await form.locator("[name=note]").fill(story.note);
  await form.getByRole("button", { name: words.say("replace-confirm"), exact: true }).click();
  await expect(work.getByTestId("replaced")).toContainText(words.say("replace-done"));
}
