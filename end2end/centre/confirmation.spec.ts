// What a new cooperative wants buyers to see waits for the Centre, which sees what is another and confirms it or sends it
// back with a reason. Stock waits for nobody. On the smallest phone, with and without scripts, and once without a finger.

import { ProductPage } from "../catalog/product";
import { png } from "../setup/files";
import { press, typeInto } from "../setup/keyboard";
import type { Shop } from "../setup/server";
import { expect, type Locator, type Page, test, Words } from "../setup/test";
import { Studio } from "../studio/studio";
import { type Applicant, newCooperative } from "./apply";
import { Centre } from "./centre";

test.use({ shopNamed: "confirmation", viewport: { width: 360, height: 560 } });
test.slow();

const PHOTO = png("honey.png", [210, 150, 30]);
/** What the honey costs at first, once it was mended, and later, as pages write it. */
const [FIRST, MENDED, DEARER] = [/25[.,٫]50/, /24[.,٫]40/, /26[.,٫]60/];

type Story = Applicant & { product: string; price: string; reason: string; description: string };

const STORIES: Record<"ug" | "zh", Story> = {
  ug: {
    name: "تاغ ھەسىلى كوپىراتىپى",
    goods: "ھەسەل",
    person: "ئايگۈل سىناق",
    phone: "137 1111 3001",
    slug: "tagh-hesili",
    product: "ئاق چېچەك ھەسىلى",
    price: "٢٥٫٥",
    reason: "قاچان يىغىلغانلىقىنى يېزىڭ.",
    description: "كۈزدە تاغدا يىغىلغان.",
  },
  zh: {
    name: "山花蜂蜜合作社",
    goods: "蜂蜜",
    person: "测试员小艾",
    phone: "137 1111 3002",
    slug: "shanhua-fengmi",
    product: "白花蜜",
    price: "２５．５",
    reason: "请写明采收时间。",
    description: "秋天在山里采收。",
  },
};

const AT_THE_KEYBOARD: Story = {
  ...STORIES.ug,
  name: "باغ ھەسىلى كوپىراتىپى",
  phone: "137 1111 3003",
  slug: "bagh-hesili",
  product: "ئالما گۈلى ھەسىلى",
};

for (const language of ["ug", "zh"] as const) {
  const words = new Words(language);
  const story = STORIES[language];

  test(`buyers see what was confirmed, in ${language}`, async ({ page, shop, someoneElse, quiet }) => {
    // The product's page is not there before, and a reason is asked for.
    quiet.allowed.push(/status of 4(04|22)/);
    const centre = new Centre(await someoneElse(), words);
    await centre.signIn(shop);
    await newCooperative(page, centre, story);
    const maker = new Studio(page, words);
    const buyer = new ProductPage(await someoneElse(), words);
    const main = buyer.page.getByRole("main");

    const slug = await offerHoney(maker, story);
    await expectNotThere(buyer, story, slug);

    // All of a new product: its name, its price, its picture.
    await centre.openList();
    await expect(centre.waiting(story.product)).toContainText(words.say("confirmation-new"));
    await centre.openWaiting(story.product);
    await expect(centre.texts).toHaveCount(1);
    await expect(centre.texts).toContainText(textName(words, "confirmation-name"));
    await expect(centre.texts).toContainText(story.product);
    await expect(centre.offers).toHaveCount(1);
    await expect(centre.offers).toContainText(FIRST);
    await expectPicture(centre.pictures.locator("img"));
    await centre.sendBackButton.click();
    await expect(centre.reason).toHaveAttribute("aria-invalid", "true");
    await centre.sendBack(story.reason);
    await expect(centre.waiting(story.product)).toHaveCount(0);
    await expectNotThere(buyer, story, slug);

    await mend(maker, story);
    await centre.openWaiting(story.product);
    await expect(centre.texts).toHaveCount(2);
    const described = centre.texts.filter({ hasText: textName(words, "confirmation-description") });
    await expect(described).toContainText(story.description);
    await expect(centre.offers).toContainText(MENDED);
    await centre.confirm();
    await expect(centre.waiting(story.product)).toHaveCount(0);
    await buyer.open(slug);
    await expect(buyer.name).toContainText(story.product);
    await expect(main).toContainText(story.description);
    await expect(buyer.form).toContainText(MENDED);

    // A change waits, beside stock that does not.
    await openAnew(page);
    await expect(maker.listing).toHaveText(words.say("goods-listing-on-sale"));
    await expect(page.getByText(words.say("confirmation-will-wait"), { exact: true })).toBeVisible();
    await maker.price.fill("26.60");
    await maker.stock.fill("0");
    await maker.save("confirmation-saved");
    await expect(page.getByTestId("waits-for-centre")).toContainText(words.say("confirmation-changes-wait"));
    await expect(maker.price).toHaveValue("26.60");
    await buyer.open(slug);
    await expect(main).toContainText(words.say("product-stock-none"));
    await expect(main).toContainText(MENDED);
    await expect(main).not.toContainText(DEARER);

    await centre.openList();
    await expect(centre.waiting(story.product)).toContainText(words.say("confirmation-changed"));
    await centre.openWaiting(story.product);
    await expect(centre.offers).toHaveCount(1);
    await expect(centre.offers).toHaveText(beforeAndAfter(words, MENDED, DEARER));
    await expect(centre.texts).toHaveCount(0);
    await expect(centre.pictures).toHaveCount(0);
    await centre.confirm();
    await buyer.open(slug);
    await expect(main).toContainText(DEARER);
    await expect(main).not.toContainText(MENDED);

    // Nothing waits any more: stock alone is in the shop at once, and says so.
    await openAnew(page);
    await expect(page.getByTestId("waits-for-centre")).toHaveCount(0);
    await maker.stock.fill("12");
    await maker.save("studio-saved");
    await buyer.open(slug);
    await expect(buyer.addButton).toBeVisible();
  });
}

test("the Centre does all of it without a finger", async ({ page, shop, someoneElse, quiet }) => {
  quiet.allowed.push(/status of 422/);
  const [words, story] = [new Words("ug"), AT_THE_KEYBOARD];
  const centre = new Centre(await someoneElse(), words);
  await centre.signIn(shop);
  const owner = await someoneElse();
  await newCooperative(owner, centre, story);
  const maker = new Studio(owner, words);
  const slug = await offerHoney(maker, story);

  const atDesk = new Centre(page, words);
  await signInByKeyboard(page, words, shop);
  await openByKeyboard(atDesk, story);
  await expect(atDesk.offers).toContainText(FIRST);
  await press(page, atDesk.sendBackButton);
  await expect(atDesk.reason).toHaveAttribute("aria-invalid", "true");
  // What is wrong is told at the top, with a link to its field.
  await press(page, page.getByRole("alert").getByRole("link", { name: words.say("confirmation-reason"), exact: true }));
  await typeInto(page, atDesk.reason, story.reason);
  await press(page, atDesk.sendBackButton);
  await expect(page.getByText(words.say("confirmation-sent"))).toBeVisible();

  await mend(maker, story);
  await openByKeyboard(atDesk, story);
  await expect(atDesk.offers).toContainText(MENDED);
  await press(page, atDesk.confirmButton);
  await expect(page.getByText(words.say("confirmation-confirmed"))).toBeVisible();
  const buyer = new ProductPage(await someoneElse(), words);
  await buyer.open(slug);
  await expect(buyer.form).toContainText(MENDED);
});

/** The cooperative's first product, which it wants buyers to see; answers its word in addresses. The editor stays open. */
async function offerHoney(maker: Studio, story: Story): Promise<string> {
  const { page, words } = maker;
  await maker.newProduct({ name: story.product, category: "honey", price: story.price, stock: "30" });
  const editor = new URL(page.url()).pathname;
  await expect(page.getByText(words.say("confirmation-will-wait-new"), { exact: true })).toBeVisible();
  await maker.addPicture(PHOTO);
  await maker.publishProduct();
  await expectWaits(maker);

  await page.goto(`/${words.language}/studio/products`);
  const row = page.getByTestId("studio-product").filter({ hasText: story.product });
  await expect(row.getByTestId("standing")).toHaveText(words.say("confirmation-waits"));
  const slug = await row.getAttribute("data-slug");
  if (!slug) throw new Error(`${story.product} has no address`);
  await page.goto(editor);
  return slug;
}

/** The product waits, and buyers do not see it. */
async function expectWaits(maker: Studio) {
  const { page, words } = maker;
  await expect(page.getByTestId("waits-for-centre")).toContainText(words.say("confirmation-product-waits"));
  await expect(maker.listing).toHaveText(words.say("goods-listing-draft"));
  await expect(page.getByTestId("step-publish")).toHaveCount(0);
}

/** Neither the product's own page is there, nor does its cooperative's name it. */
async function expectNotThere(buyer: ProductPage, story: Story, slug: string) {
  const main = buyer.page.getByRole("main");
  const answer = await buyer.page.goto(`/${buyer.words.language}/products/${slug}`);
  expect(answer?.status()).toBe(404);
  await expect(main).not.toContainText(story.product);
  await buyer.page.goto(`/${buyer.words.language}/shops/${story.slug}`);
  await expect(main).toContainText(story.name);
  await expect(main).not.toContainText(story.product);
}

/** The cooperative is told on its first page, reads why, does what was asked for, and asks once more. */
async function mend(maker: Studio, story: Story) {
  const { page, words } = maker;
  await page.goto(`/${words.language}/studio`);
  await page.getByTestId("to-do-sent-back").click();
  const row = page.getByTestId("studio-product").filter({ hasText: story.product });
  await expect(row.getByTestId("standing")).toHaveText(words.say("confirmation-sent-back"));
  await row.getByRole("link", { name: words.match("studio-product-edit", { product: story.product }) }).click();
  const notice = page.getByTestId("waits-for-centre");
  await expect(notice).toContainText(words.say("confirmation-product-back"));
  await expect(notice.getByTestId("sent-back")).toHaveText(story.reason);
  await expect(notice).toContainText(words.say("confirmation-product-mend"));

  await maker.text("studio-description", words.language).fill(story.description);
  await maker.price.fill("24.4");
  await maker.save("studio-saved-draft");
  await maker.publishProduct();
  await expectWaits(maker);
}

/** The page that is open, without what was just done to it. */
async function openAnew(page: Page) {
  await page.goto(new URL(page.url()).pathname);
}

/** The picture is there, and could be drawn. */
async function expectPicture(picture: Locator) {
  await expect(picture).toHaveCount(1);
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
}

/** What a text is called over its change. */
function textName(words: Words, text: "confirmation-name" | "confirmation-description"): RegExp {
  const values = { text: words.say(text), language: words.say(`language-name-${words.language}`) };
  return words.match("confirmation-in-language", values);
}

/** A price that was one and is to be another, in this order. */
function beforeAndAfter(words: Words, before: RegExp, after: RegExp): RegExp {
  const parts = [words.say("confirmation-before"), before.source, words.say("confirmation-after"), after.source];
  return new RegExp(parts.join(".*"), "s");
}

async function signInByKeyboard(page: Page, words: Words, shop: Shop) {
  const { phone, password } = await shop.account("centre");
  await page.goto(`/${words.language}/centre/applications`);
  await typeInto(page, page.getByLabel(words.say("account-phone"), { exact: true }), phone);
  await typeInto(page, page.getByLabel(words.say("account-password"), { exact: true }), password);
  await press(page, page.getByRole("button", { name: words.say("account-sign-in"), exact: true }));
  await expect(page).toHaveURL(new RegExp(`/${words.language}/centre/applications$`));
}

/** From the Centre's menu to what waits of the product. */
async function openByKeyboard(centre: Centre, story: Story) {
  const { page, words } = centre;
  const menu = page.getByRole("navigation", { name: words.say("centre-nav"), exact: true });
  // Its number of waiting products is part of its name.
  await press(page, menu.getByRole("link", { name: words.say("confirmation-title") }));
  await expect(page).toHaveURL(new RegExp(`/${words.language}/centre/confirmations$`));
  await press(page, centre.waiting(story.product).getByRole("link"));
  await expect(centre.confirmButton).toBeVisible();
}
