// A buyer asks, the cooperative answers, and sends less than was ordered: both read the same, with scripts and without.

import { withCart } from "../checkout/shopper";
import { CheckoutPage, GULNAR, STATION } from "../checkout/checkout";
import { OrderPage } from "../orders/order";
import { expect, test, Words } from "../setup/test";
import { Studio } from "./studio";

test.use({ shopNamed: "less" });

for (const language of ["ug", "zh"] as const) {
  test(`asked, answered, and one less sent in ${language}`, async ({ page, shop, someoneElse }) => {
    const words = new Words(language);
    // Two of a thing.
    const cart = await withCart(page, words);
    await withCart(page, words);
    await cart.open();
    const checkout = new CheckoutPage(page, words);
    await checkout.open();
    await checkout.fill(GULNAR, STATION, "cash");
    await checkout.place();
    const order = new OrderPage(page, words);
    const code = await order.codeText();
    const talk = page.getByTestId("messages");
    await talk.locator("summary").click();
    await talk.getByLabel(words.say("talk-write"), { exact: true }).fill("قاچان كېلىدۇ؟ 什么时候到？");
    await talk.getByRole("button", { name: words.say("talk-send"), exact: true }).click();
    await expect(page.getByTestId("message-sent")).toBeVisible();

    const work = await someoneElse();
    const studio = new Studio(work, words);
    await studio.signIn(shop);
    await work.getByTestId("to-do-questions").click();
    const card = work.getByRole("article").filter({ hasText: code });
    await expect(card.getByTestId("question")).toContainText("什么时候到？");
    await card.getByRole("link", { name: words.say("talk-answer"), exact: true }).click();
    await work.getByTestId("messages").getByLabel(words.say("talk-write"), { exact: true }).fill("明天发货");
    await work.getByRole("button", { name: words.say("talk-send"), exact: true }).click();
    await expect(work.getByTestId("message").last()).toContainText("明天发货");

    await work.getByTestId("reduce").click();
    const amount = work.getByTestId("reduce-amounts").getByRole("textbox");
    await amount.fill("5");
    await work.getByRole("button", { name: words.say("changes-look"), exact: true }).click();
    await expect(amount).toHaveAttribute("aria-invalid", "true");
    await expect(amount).toHaveValue("5");
    await amount.fill("1");
    await work.getByRole("button", { name: words.say("changes-look"), exact: true }).click();
    await expect(work.getByTestId("changed-line")).toBeVisible();
    await work.getByRole("combobox", { name: words.say("changes-reason") }).selectOption("damaged");
    await work.getByRole("button", { name: words.say("changes-confirm"), exact: true }).click();
    await expect(work.getByRole("main")).toContainText(words.say("changes-done"));
    await expect(work.getByTestId("missing")).toBeVisible();

    await page.reload();
    await expect(page.getByTestId("reduce-reason")).toContainText(words.say("orders-cancel-reason-damaged"));
    await expect(page.getByTestId("missing")).toBeVisible();
    await expect(page.getByTestId("message").last()).toContainText("明天发货");
  });
}
