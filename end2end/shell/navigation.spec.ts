// Navigating from page to page without loading the document anew must not be told from loading it.

import { ProductPage } from "../catalog/product";
import { expect, inEachLanguage, type Page, test, Words } from "../setup/test";
import { Header, isHydrated } from "./header";
import { announcer, hold, isReady } from "./moving";

const es = new Words("es");

/** What one hears, the place marked in the menu, and what the head says are those of the page loaded anew. */
async function expectSameAsLoaded(page: Page) {
  // It has read out the page's title, which a page that is loaded does by itself.
  await announcer(page).evaluate((element) => element.replaceChildren());
  const heard = async () => ({
    title: await page.title(),
    head: await page.locator("head").evaluate((head) =>
      [...head.querySelectorAll("title, meta[name=description], meta[name=robots], meta[property], meta[itemprop], meta[name^=twitter], link[rel=canonical], link[rel=alternate], script[type]")]
        .map((element) => element.outerHTML)
        .sort(),
    ),
    here: await page.locator("[aria-current=page]").evaluateAll((links) => links.map((link) => link.getAttribute("href"))),
    body: await page.locator("body").ariaSnapshot(),
  });
  const navigated = await heard();
  await page.reload();
  await isHydrated(page);
  expect(navigated).toEqual(await heard());
}

inEachLanguage((words, language) => {
  test(`a page navigated to in ${language} is the page one loads`, { tag: "@script" }, async ({ page }) => {
    const header = new Header(page, words);
    await header.openHome();
    await isHydrated(page);
    await new ProductPage(page, words).openFrom(words.say("home-popular-title"));
    await expectSameAsLoaded(page);
  });
});

test("a page navigated to from a search is the page one loads", { tag: "@script" }, async ({ page }) => {
  await page.goto("/es/search?q=badam");
  await isHydrated(page);
  await page.getByRole("article").first().getByRole("link").click();
  await expect(page.getByRole("button", { name: es.say("button-add-to-cart") }).first()).toBeVisible();
  await expectSameAsLoaded(page);
});

test("the head of a private page does not stay on a public one", { tag: "@script" }, async ({ page }) => {
  const header = new Header(page, es);
  await page.goto("/es/cart");
  await isReady(page);
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", "noindex");
  await header.toProducts();
  await expect(page.locator("meta[name=robots]")).toHaveCount(0);
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", /\/es\/products$/);
  await expect(page.locator("link[rel=alternate][hreflang=ug]")).toHaveAttribute("href", /\/ug\/products$/);
});

inEachLanguage((words, language) => {
  test(`in ${language} a page is announced by its title, and its heading has the focus`, { tag: "@script" }, async ({ page }) => {
    const header = new Header(page, words);
    await header.openHome();
    await isReady(page);
    await header.toProducts();
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await expect(announcer(page)).toHaveText(await page.title());
  });
});

test("a tap shows at once what was pressed, and a bar when it takes longer", { tag: "@script" }, async ({ page }) => {
  const header = new Header(page, es);
  await header.openHome();
  await isReady(page);
  const products = await hold(page, "**/es/products");
  const link = header.menu.getByRole("link", { name: es.say("shell-products-short") });
  await link.click({ noWaitAfter: true });
  await expect(link).toHaveAttribute("data-pressed", "");
  await expect(page.getByRole("main")).toHaveAttribute("aria-busy", "true");
  const bar = () => page.evaluate(() => getComputedStyle(document.documentElement, "::after").inlineSize);
  await expect.poll(async () => Number.parseFloat(await bar())).toBeGreaterThan(20);
  await products.release();
  await expect(page).toHaveURL(/\/es\/products$/);
  await expect(page.getByRole("main")).not.toHaveAttribute("aria-busy");
  await expect(link).not.toHaveAttribute("data-pressed");
});

test("a tap takes the line from pictures, and they come when the page is seen again", { tag: "@script" }, async ({ page }) => {
  const pictures = await hold(page, "**/media/**");
  const started: string[] = [];
  const given: string[] = [];
  const isOfShops = (url: string) => shops.some((srcset) => srcset?.includes(new URL(url).pathname));
  let shops: (string | null)[] = [];
  page.on("request", (request) => request.url().includes("/media/") && started.push(request.url()));
  page.on("requestfailed", (request) => given.push(request.url()));
  const header = new Header(page, es);
  await page.goto("/es/shops");
  await isReady(page);
  const picture = page.locator("main picture img").first();
  await expect.poll(() => started.length).toBeGreaterThan(0);
  shops = await page.locator("main picture source").evaluateAll((parts) => parts.map((part) => part.getAttribute("srcset")));
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  const before = { height: await height(), started: started.splice(0) };
  const products = await hold(page, "**/es/products");
  await header.menu.getByRole("link", { name: es.say("shell-products-short") }).click({ noWaitAfter: true });
  await expect.poll(() => before.started.filter((url) => !given.includes(url))).toEqual([]);
  expect(await height(), "nothing moves").toBe(before.height);

  await products.release();
  await expect(page.getByRole("heading", { level: 1, name: es.say("catalog-list-title") })).toBeVisible();
  await expect.poll(() => started.length).toBeGreaterThan(0);
  expect(started.filter(isOfShops), "out of sight they stay away").toEqual([]);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: es.say("nav-cooperatives") })).toBeVisible();
  await pictures.release();
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0)).toBe(true);
});

test("the older of two navigations ends on the wire", { tag: "@script" }, async ({ page }) => {
  const header = new Header(page, es);
  await header.openHome();
  await isReady(page);
  const products = await hold(page, "**/es/products");
  const ended = page.waitForEvent("requestfailed", (request) => request.url().endsWith("/es/products"));
  await header.menu.getByRole("link", { name: es.say("shell-products-short") }).click({ noWaitAfter: true });
  await header.menu.getByRole("link", { name: es.say("shell-cooperatives-short") }).click({ noWaitAfter: true });
  expect((await ended).failure()?.errorText).toContain("ABORTED");
  await expect(page).toHaveURL(/\/es\/shops$/);
  await products.release();
  await expect(page.getByRole("heading", { level: 1, name: es.say("nav-cooperatives") })).toBeVisible();
});

test("a change of view that comes late is not shown under the newer address", { tag: "@script" }, async ({ page }) => {
  // A browser that takes its time before it lets the page change.
  await page.addInitScript(() => {
    const changes: (() => void)[] = [];
    Object.assign(window, { changes });
    document.startViewTransition = ((change: () => void) => {
      const updateCallbackDone = new Promise<void>((done) => changes.push(() => (change(), done())));
      return { updateCallbackDone, ready: Promise.resolve(), finished: updateCallbackDone, skipTransition() {} };
    }) as unknown as typeof document.startViewTransition;
  });
  const changes = () => page.evaluate(() => (window as unknown as { changes: unknown[] }).changes.length);
  const header = new Header(page, es);
  await header.openHome();
  await isReady(page);
  await page.getByRole("contentinfo").getByRole("link", { name: es.say("footer-help") }).evaluate((link: HTMLElement) => link.click());
  await expect.poll(changes).toBe(1);
  await header.menu.getByRole("link", { name: es.say("shell-cooperatives-short") }).evaluate((link: HTMLElement) => link.click());
  await expect.poll(changes).toBe(2);
  await page.evaluate(() => {
    for (const change of (window as unknown as { changes: (() => void)[] }).changes.toReversed()) change();
  });
  await expect(page.getByRole("heading", { level: 1, name: es.say("nav-cooperatives") })).toBeVisible();
  await expect(page).toHaveURL(/\/es\/shops$/);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: es.say("home-hero-title") })).toBeVisible();
});

test("going back while a page is on its way keeps address and content together", { tag: "@script" }, async ({ page }) => {
  const header = new Header(page, es);
  await header.openHome();
  await isReady(page);
  await header.toProducts();
  const shops = await hold(page, "**/es/shops");
  await header.menu.getByRole("link", { name: es.say("shell-cooperatives-short") }).click({ noWaitAfter: true });
  await page.goBack();
  await shops.release();
  await expect(page).toHaveURL(/\/es$/);
  await expect(page.getByRole("heading", { level: 1, name: es.say("home-hero-title") })).toBeVisible();
  await expect(page.getByRole("main")).not.toHaveAttribute("aria-busy");
});

test("places on a page and its pictures add nothing to the history", { tag: "@script" }, async ({ page }) => {
  const header = new Header(page, es);
  await header.openHome();
  await isReady(page);
  await new ProductPage(page, es).openFrom(es.say("home-popular-title"));
  await page.evaluate(() => {
    const link = document.createElement("a");
    link.href = "#main";
    link.textContent = "#main";
    document.querySelector("main")?.prepend(link);
  });
  const entries = await page.evaluate(() => history.length);
  await page.getByRole("link", { name: "#main" }).click();
  await expect(page).toHaveURL(/#main$/);
  expect(await page.evaluate(() => history.length)).toBe(entries);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: es.say("home-hero-title") })).toBeVisible();
});

test("back and forward show the pages one came from", { tag: "@script" }, async ({ page }) => {
  const header = new Header(page, es);
  await header.openHome();
  await isHydrated(page);
  await header.toProducts();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: es.say("home-hero-title") })).toBeVisible();
  await page.goForward();
  await expect(page.getByRole("heading", { level: 1, name: es.say("catalog-list-title") })).toBeVisible();
});

test("leafing through the pictures keeps what was chosen", { tag: "@script" }, async ({ page }) => {
  const product = new ProductPage(page, es);
  await product.open();
  await isReady(page);
  await product.more.click();
  await product.form.getByRole("radio").nth(1).check();
  await page.getByRole("link", { name: es.match("product-picture-alt", { number: "2" }) }).click();
  const pictures = page.getByRole("dialog");
  await expect(pictures).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(pictures).toBeHidden();
  await expect(product.form.getByRole("radio").nth(1)).toBeChecked();
  await expect(product.amount).toHaveValue("2");
});

test("hurrying through the shop leaves one at the last page asked for", { tag: "@script" }, async ({ page }) => {
  const header = new Header(page, es);
  await header.openHome();
  await isHydrated(page);
  for (const place of ["shell-products-short", "shell-cooperatives-short", "shell-cart-short"]) {
    await header.menu.getByRole("link", { name: es.say(place) }).click({ noWaitAfter: true });
  }
  await expect(page).toHaveURL(/\/es\/cart$/);
  await expect(page.getByRole("heading", { level: 1, name: es.say("cart-title") })).toBeVisible();
});
