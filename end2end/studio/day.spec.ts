// A whole day: somebody is let in by a link, makes a product with a photo, shows the shop page, and what is ordered is
// packed, handed over, given out against money, and seen in what is owed. On the smallest phone, with and without scripts.

import { CheckoutPage, GULNAR } from "../checkout/checkout";
import { ProductPage } from "../catalog/product";
import { OrderPage } from "../orders/order";
import type { Shop } from "../setup/server";
import { expect, type Page, test, Words } from "../setup/test";
import { Desk, Outbox } from "./day";
import { COOPERATIVE, Studio } from "./studio";

test.use({ shopNamed: "day", viewport: { width: 360, height: 560 } });
test.slow();

const PHOTO = "../app/docs/shop.webp";
/** Where the clerk of the demo district works. */
const STATION = { station: "B001" };

type Story = { name: string; product: string; line: string; price: string; shown: RegExp; phone: string };

const STORIES: Record<"ug" | "zh", Story> = {
  ug: {
    name: "ئايگۈل سىناق",
    product: "تەكلىماكان بادىمى",
    line: "ئانىمىزنىڭ بېغىدىن",
    price: "٢٥٫٥",
    shown: /25[.,٫]50/,
    phone: "139 0000 1001",
  },
  zh: {
    name: "测试员小艾",
    product: "新巴旦木礼袋",
    line: "来自妈妈的果园",
    price: "２５．５",
    shown: /25\.50/,
    phone: "139 0000 1002",
  },
};

for (const language of ["ug", "zh"] as const) {
  const words = new Words(language);
  const story = STORIES[language];

  test(`from a link to money, in ${language}`, async ({ page, shop, someoneElse }) => {
    const link = await invite(await someoneElse(), words, shop, "editor");
    const outbox = new Outbox(await someoneElse(), words);
    await outbox.signIn(shop);
    await comeIn(page, words, link, story, outbox);

    const slug = await firstProduct(page, words, story);
    const studio = new Studio(page, words);
    await studio.openPart("cover");
    await studio.text("studio-tagline", language).fill(story.line);
    await studio.savePart();
    await studio.publish();

    const buyer = await someoneElse();
    await buyer.goto(`/${language}/shops/${COOPERATIVE}`);
    await expect(buyer.getByRole("main")).toContainText(story.line);
    const code = await order(buyer, words, story, slug);

    const packer = new Studio(await someoneElse(), words);
    await packer.signIn(shop, `${COOPERATIVE}/packer`);
    for (const step of ["accept", "pack", "dispatch"]) await packer.takeStep(code, step);

    const desk = new Desk(await someoneElse(), words);
    await desk.signIn(shop);
    await desk.find(code, GULNAR.phone.slice(-4));
    await desk.step("ready");
    await desk.takeCash();
    await desk.step("deliver");

    await buyer.reload();
    await expect(new OrderPage(buyer, words).status).toHaveText(words.say("orders-group-completed"));
    const owner = new Studio(await someoneElse(), words);
    await owner.signIn(shop);
    await owner.page.goto(`/${language}/studio/figures`);
    await expect(owner.page.getByTestId("products-sold")).toContainText(story.product);
  });
}

/** The owner makes a link and sends it. */
async function invite(page: Page, words: Words, shop: Shop, role: string): Promise<string> {
  const studio = new Studio(page, words);
  await studio.signIn(shop);
  await page.goto(`/${words.language}/studio/members`);
  const form = page.getByTestId("make-link");
  await form.getByRole("combobox").selectOption(role);
  await form.getByRole("button").click();
  const link = page.getByTestId("open-link").first().locator("input").first();
  return new URL(await link.inputValue()).pathname;
}

/** Who was sent it opens it, and shows by a code that the number is theirs. */
async function comeIn(page: Page, words: Words, link: string, story: Story, outbox: Outbox) {
  await page.goto(link);
  await page.getByLabel(words.say("members-name"), { exact: true }).fill(story.name);
  await page.getByLabel(words.say("account-phone"), { exact: true }).fill(story.phone);
  await page.getByTestId("join").locator("button[value=code]").click();
  await expect(page.getByTestId("code-sent")).toBeVisible();
  await page.getByLabel(words.say("account-code"), { exact: true }).fill(await outbox.code());
  await page.getByTestId("join").locator("button[value=join]").click();
  await expect(page.getByTestId("studio-menu")).toBeVisible();
}

/** A product from nothing to the shop; answers its word in addresses. */
async function firstProduct(page: Page, words: Words, story: Story): Promise<string> {
  const studio = new Studio(page, words);
  await studio.newProduct({ name: story.product, category: "badam", price: story.price, stock: "30" });
  await studio.addPicture(PHOTO);
  await studio.publishProduct();
  await expect(studio.listing).toHaveText(words.say("goods-listing-on-sale"));

  await page.goto(`/${words.language}/shops/${COOPERATIVE}`);
  const shown = page.getByRole("link", { name: story.product }).first();
  const slug = (await shown.getAttribute("href"))?.split("/").pop();
  if (!slug) throw new Error("the shop has no such product");
  return slug;
}

/** Somebody orders it, at the price that was typed, and picks it up at the station. */
async function order(page: Page, words: Words, story: Story, slug: string): Promise<string> {
  const product = new ProductPage(page, words);
  await product.open(slug);
  await expect(product.name).toContainText(story.product);
  await expect(product.form).toContainText(story.shown);
  await product.add();
  const checkout = new CheckoutPage(page, words);
  await checkout.open();
  await checkout.fill(GULNAR, STATION, "cash");
  await checkout.place();
  return new OrderPage(page, words).codeText();
}
