// What a product's page shows of itself on the low screen of a cheap phone, and its pictures in large.

import { expect, inEachLanguage, type Locator, type Page, test, Words } from "../setup/test";
import { isHydrated } from "../shell/header";
import { isReady } from "../shell/moving";
import { ProductPage } from "./product";

test.use({ viewport: { width: 360, height: 560 } });

const es = new Words("es");
/** Packets of several sizes, by weight too, and with two pictures. */
const SLUG = ProductPage.USUAL;

/** Whole on the screen, and nothing lies over it. */
async function expectSeen(page: Page, what: Locator) {
  const box = await what.boundingBox();
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  expect(box, "it is shown").not.toBeNull();
  if (!box) return;
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(width + 0.5);
  expect(box.y + box.height).toBeLessThanOrEqual(height + 0.5);
  const isOnTop = await what.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    return element.contains(there) || there?.contains(element);
  });
  expect(isOnTop, "nothing lies over it").toBe(true);
}

const shownPrice = (page: Page) => page.locator(".c-detail__price:visible");
const size = (page: Page, place: number) => page.locator(".c-choice").nth(place);

inEachLanguage((words, language) => {
  test(`name, price and button are seen at once in ${language}`, async ({ page }) => {
    const product = new ProductPage(page, words);
    for (const slug of [SLUG, "netted-melon", "branch-dried-apricots", "honey-roasted-badam"]) {
      await product.open(slug);
      await expectSeen(page, product.name);
      await expectSeen(page, shownPrice(page).locator(".c-price"));
      await expectSeen(page, product.addButton);
      await expectSeen(page, page.locator(".c-gallery li").first());
    }
  });

  test(`the price in the head is that of the chosen size in ${language}`, async ({ page }) => {
    const product = new ProductPage(page, words);
    await page.goto(`/${language}/products`);
    const card = page.getByRole("article").filter({ has: page.locator(`a[href$="/products/${SLUG}"]`) });
    const listed = await card.first().locator(".c-price").innerText();
    await product.open();
    await expect(shownPrice(page)).toHaveCount(1);
    expect(await shownPrice(page).locator(".c-price").innerText(), "the list's price").toBe(listed);
    const sizes = await page.locator(".c-choice").count();
    expect(sizes).toBeGreaterThan(2);
    for (let place = 0; place < sizes; place++) {
      await size(page, place).click();
      const own = (await size(page, place).locator(".c-price").innerText()).trim();
      await expect(shownPrice(page)).toHaveCount(1);
      await expect(shownPrice(page).locator(".c-price")).toHaveText(own);
    }
  });
});

test("what is weighed is one of the sizes, and the least of it is added", async ({ page }) => {
  const product = new ProductPage(page, es);
  await product.open();
  await expect(page.locator("form.c-buy")).toHaveCount(1);
  await page.getByRole("radio", { name: es.say("product-size-weighed") }).check();
  await product.add();
  await page.goto("/es/cart");
  await expect(page.getByTestId("cart-line").getByRole("textbox")).toHaveValue("500");
});

test("a size chosen before scripts arrive is kept, with an amount that fits", { tag: "@script" }, async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  const product = new ProductPage(page, es);
  await product.open();
  await page.getByRole("radio", { name: es.say("product-size-weighed") }).check();
  release();
  await isHydrated(page);
  await expect(product.amount).toHaveValue("500");
  await expect(product.problem).toBeHidden();
  await size(page, 0).click();
  await expect(product.amount).toHaveValue("1");
});

test("a phone fetches pictures about as wide as it shows them", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 560 }, deviceScaleFactor: 2, baseURL });
  const phone = await context.newPage();
  const widths = async (path: string, selector: string) => {
    await phone.goto(path);
    const picture = phone.locator(selector).first();
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.complete && img.currentSrc)).toContain("-");
    return picture.evaluate((img: HTMLImageElement) => Number(/-(\d+)\.webp$/.exec(img.currentSrc)?.[1]));
  };
  expect(await widths("/zh/products", ".c-grid img")).toBe(360);
  // The large one is sharp enough at two thirds of the dots, and half a second earlier.
  expect(await widths("/zh", ".c-hero img")).toBe(480);
  expect(await widths(`/zh/products/${SLUG}`, ".c-gallery img")).toBe(360);
  await context.close();
});

test("a picture is a link to itself in large", async ({ page }) => {
  await new ProductPage(page, es).open();
  const href = await page.locator(".c-gallery a").first().getAttribute("href");
  const picture = await page.request.get(href ?? "");
  expect(picture.headers()["content-type"]).toBe("image/jpeg");
});

test("pictures are enlarged, swiped and brought near, and the history knows nothing of it", { tag: "@script" }, async ({ page }) => {
  await page.goto("/es/products");
  const product = new ProductPage(page, es);
  await product.open();
  await isReady(page);
  const links = page.locator(".c-gallery a");
  const entries = () => page.evaluate(() => history.length);
  const before = await entries();
  const dialog = page.getByRole("dialog", { name: es.say("product-pictures") });
  await links.first().click();
  await expect(dialog).toBeVisible();
  expect(page.url()).toContain(SLUG);
  const strip = dialog.locator("ul");
  expect(await strip.evaluate((list) => list.scrollLeft)).toBe(0);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => strip.evaluate((list) => Math.abs(list.scrollLeft))).toBe(360);
  const second = dialog.locator("li").nth(1);
  await second.dblclick();
  await expect(second.locator("img")).toHaveCSS("width", "900px");
  await second.dblclick();
  await expect(second.locator("img")).toHaveCSS("width", "360px");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(links.nth(1)).toBeFocused();
  expect(await entries()).toBe(before);
  await links.nth(1).click();
  await dialog.getByRole("button", { name: es.say("button-close") }).click();
  await expect(dialog).toBeHidden();
});
