// Favourites and products seen last: kept without an account, with scripts and without.

import { tabTo } from "../setup/keyboard";
import { expect, type Page, test, Words } from "../setup/test";
import { isReady, staysTheSame } from "../shell/moving";
import { ProductPage } from "./product";

test.use({ viewport: { width: 360, height: 560 } });

/** Sold out in all of its sizes. */
const SOLD_OUT = "mountain-comb-honey";

const heart = (page: Page) => page.getByTestId("heart").getByRole("button");
const kept = (page: Page) => page.getByTestId("favourite");
/** The card of a product on a page with several. */
const card = (page: Page, slug: string = ProductPage.USUAL) =>
  page.getByRole("article").filter({ has: page.locator(`a[href$="/products/${slug}"]`) });
const cardHeart = (page: Page, slug?: string) => card(page, slug).getByTestId("card-heart").getByRole("button");

async function toFavourites(page: Page, words: Words) {
  await page.getByRole("contentinfo").getByRole("link", { name: words.say("favourites-title"), exact: true }).click();
  await expect(page).toHaveURL(/\/favourites$/);
}

for (const language of ["ug", "es"] as const) {
  const words = new Words(language);

  test(`a heart keeps a product, and the list sells it, in ${language}`, async ({ page }) => {
    const product = new ProductPage(page, words);
    await product.open();
    await expect(heart(page)).toHaveAccessibleName(words.say("favourites-keep"));
    await heart(page).click();
    await expect(heart(page)).toHaveAccessibleName(words.say("favourites-take-off"));
    const box = await heart(page).boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(48);

    // Another window of the same browser says the same, and a window that is behind does what it says.
    const other = await page.context().newPage();
    await new ProductPage(other, words).open();
    await expect(heart(other)).toHaveAccessibleName(words.say("favourites-take-off"));
    await heart(other).click();
    await expect(heart(other)).toHaveAccessibleName(words.say("favourites-keep"));
    await heart(page).click();
    await expect(heart(page)).toHaveAccessibleName(words.say("favourites-keep"));
    await heart(page).click();
    await expect(heart(page)).toHaveAccessibleName(words.say("favourites-take-off"));
    await other.close();

    await toFavourites(page, words);
    await expect(kept(page)).toHaveCount(1);
    await kept(page).getByRole("button", { name: words.match("product-add-named") }).click();
    await expect(page.getByTestId("cart-count")).toHaveText("1");

    await kept(page).getByRole("button", { name: words.match("favourites-take-off-named") }).click();
    await expect(page.getByTestId("taken-off")).toContainText(words.say("favourites-taken-off"));
    await expect(kept(page)).toHaveCount(0);
    await page.getByTestId("taken-off").getByRole("button", { name: words.say("cart-undo"), exact: true }).click();
    await expect(kept(page)).toHaveCount(1);

    await page.getByTestId("forget").getByRole("button").click();
    await expect(page.getByTestId("forgotten")).toBeVisible();
    await toFavourites(page, words);
    await expect(kept(page)).toHaveCount(0);
    await product.open();
    await expect(heart(page)).toHaveAccessibleName(words.say("favourites-keep"));
  });
}

for (const language of ["ug", "zh"] as const) {
  const words = new Words(language);

  test(`a heart on a card keeps a product, in ${language}`, async ({ page, someoneElse }) => {
    await page.goto(`/${language}/products`);
    const name = (await card(page).getByRole("heading", { level: 3 }).innerText()).trim();
    await expect(cardHeart(page)).toHaveAccessibleName(words.match("favourites-keep-named", { name }));
    const box = await cardHeart(page).boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(48);
    await cardHeart(page).click();
    await expect(cardHeart(page)).toHaveAccessibleName(words.match("favourites-take-off-named", { name }));
    await expect(cardHeart(page)).toBeInViewport();
    expect(new URL(page.url()).pathname).toBe(`/${language}/products`);
    await expect(page.locator(".c-heart .is-on"), "no other one").toHaveCount(1);

    // Every page with the product says so, and nobody else reads it.
    for (const path of [`/products?category=badam`, `/search?q=${encodeURIComponent(name)}`]) {
      await page.goto(`/${language}${path}`);
      await expect(cardHeart(page).first()).toHaveAccessibleName(words.match("favourites-take-off-named", { name }));
    }
    const other = await someoneElse();
    await other.goto(`/${language}/products`);
    await expect(cardHeart(other)).toHaveAccessibleName(words.match("favourites-keep-named", { name }));
    await expect(other.locator(".c-heart .is-on")).toHaveCount(0);

    await toFavourites(page, words);
    await expect(kept(page)).toHaveCount(1);
    await expect(cardHeart(page), "the button under it does that here").toHaveCount(0);
    await page.goto(`/${language}/products`);
    await cardHeart(page).click();
    await expect(cardHeart(page)).toHaveAccessibleName(words.match("favourites-keep-named", { name }));
    await toFavourites(page, words);
    await expect(kept(page)).toHaveCount(0);
  });
}

test("a heart on a card is pressed without a finger, and the page stays as it is", { tag: "@script" }, async ({ page }) => {
  const words = new Words("es");
  await page.goto("/es/products?category=badam");
  await isReady(page);
  const same = await staysTheSame(page);
  await tabTo(page, cardHeart(page));
  const place = await cardHeart(page).boundingBox();
  await page.keyboard.press("Enter");
  await expect(cardHeart(page)).toHaveAccessibleName(words.match("favourites-take-off-named"));
  await expect(cardHeart(page)).toBeFocused();
  expect(await cardHeart(page).boundingBox(), "nothing moves").toEqual(place);
  expect(page.url()).toContain("/es/products?category=badam");
  expect(await same()).toBe(true);

  // Its own page says the same, and Back what became of it there.
  await card(page).getByRole("link").first().click();
  await expect(page).toHaveURL(/\/products\/[^?]+$/);
  await expect(heart(page)).toHaveAccessibleName(words.say("favourites-take-off"));
  await heart(page).click();
  await expect(heart(page)).toHaveAccessibleName(words.say("favourites-keep"));
  await page.goBack();
  await expect(cardHeart(page)).toHaveAccessibleName(words.match("favourites-keep-named"));
});

test("a favourite that is sold out leads to being told when it is back", async ({ page }) => {
  const words = new Words("zh");
  await new ProductPage(page, words).open(SOLD_OUT);
  await heart(page).click();
  await expect(heart(page)).toHaveAccessibleName(words.say("favourites-take-off"));
  await toFavourites(page, words);
  await expect(kept(page)).toContainText(words.say("product-stock-none"));
  await expect(kept(page).getByRole("button", { name: words.match("product-add-named") })).toHaveCount(0);
  await kept(page).getByRole("link", { name: words.say("restock-link"), exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/products/${SOLD_OUT}/back$`));
  await expect(page.locator("form[data-testid=tell-me]").locator("[name=phone]")).toBeVisible();
});

test("what was taken off far down is said in sight, with the way back", { tag: "@script" }, async ({ page }) => {
  const words = new Words("es");
  for (const slug of [ProductPage.USUAL, "green-raisins", "rose-jam", "red-dates"]) {
    await new ProductPage(page, words).open(slug);
    await isReady(page);
    await heart(page).click();
    await expect(heart(page)).toHaveAccessibleName(words.say("favourites-take-off"));
  }
  await toFavourites(page, words);
  await isReady(page);
  await kept(page).last().getByRole("button", { name: words.match("favourites-take-off-named") }).click();
  await expect(page.getByTestId("taken-off")).toBeFocused();
  await expect(page.getByTestId("taken-off").getByRole("button")).toBeInViewport();
});

test("a heart changes nothing else on its page", { tag: "@script" }, async ({ page }) => {
  const words = new Words("zh");
  const product = new ProductPage(page, words);
  await product.open();
  await isReady(page);
  const same = await staysTheSame(page);
  await product.form.getByRole("radio").nth(1).check();
  await product.more.click();
  await expect(product.amount).toHaveValue("2");
  await heart(page).scrollIntoViewIfNeeded();
  const top = await page.evaluate(() => scrollY);
  const address = page.url();
  await heart(page).click();
  await expect(heart(page)).toHaveAccessibleName(words.say("favourites-take-off"));
  await expect(heart(page)).toBeFocused();
  await expect(product.form.getByRole("radio").nth(1)).toBeChecked();
  await expect(product.amount).toHaveValue("2");
  expect(await page.evaluate(() => scrollY)).toBe(top);
  expect(page.url()).toBe(address);
  expect(await same()).toBe(true);
});

test("a heart that could not be sent says so", { tag: "@script" }, async ({ page, quiet }) => {
  quiet.allowed.push(/ERR_FAILED|Failed to load resource/);
  const words = new Words("es");
  await new ProductPage(page, words).open();
  await isReady(page);
  await page.route("**/favourites", (route) => route.abort());
  await heart(page).click();
  await expect(page.getByTestId("heart").getByRole("alert")).toHaveText(words.say("island-offline"));
  await expect(heart(page)).toHaveAccessibleName(words.say("favourites-keep"));
  await page.unroute("**/favourites");
  await heart(page).click();
  await expect(heart(page)).toHaveAccessibleName(words.say("favourites-take-off"));
});

test("a heart whose script did not come is sent the ordinary way", { tag: "@script" }, async ({ page, quiet }) => {
  quiet.allowed.push(/ERR_FAILED|Failed to load resource/);
  const words = new Words("ug");
  await page.route("**/assets/alone*.js", (route) => route.abort());
  await new ProductPage(page, words).open();
  await isReady(page);
  const same = await staysTheSame(page);
  await heart(page).click();
  await expect(heart(page)).toHaveAccessibleName(words.say("favourites-take-off"));
  expect(await same()).toBe(true);
});

test("back shows a product without its heart once it was taken off the list", { tag: "@script" }, async ({ page }) => {
  const words = new Words("es");
  await new ProductPage(page, words).open();
  await isReady(page);
  await heart(page).click();
  await expect(heart(page)).toHaveAccessibleName(words.say("favourites-take-off"));
  await toFavourites(page, words);
  await kept(page).getByRole("button", { name: words.match("favourites-take-off-named") }).click();
  await expect(kept(page)).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL(/\/products\//);
  await expect(heart(page)).toHaveAccessibleName(words.say("favourites-keep"));
});

test("back shows the heart as it was left where the product was opened again", { tag: "@script" }, async ({ page }) => {
  const words = new Words("ug");
  await new ProductPage(page, words).open();
  await isReady(page);
  await heart(page).click();
  await expect(heart(page)).toHaveAccessibleName(words.say("favourites-take-off"));
  await toFavourites(page, words);
  await kept(page).getByRole("link").first().click();
  await expect(page).toHaveURL(/\/products\//);
  await heart(page).click();
  await expect(heart(page)).toHaveAccessibleName(words.say("favourites-keep"));
  await page.goBack();
  await expect(page).toHaveURL(/\/favourites$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/products\//);
  await expect(heart(page)).toHaveAccessibleName(words.say("favourites-keep"));
});

/** Adds up how far things are moved on the pages that are opened from now on, by no tap of anybody's. */
const watchMoves = (page: Page) =>
  page.addInitScript(() => {
    const sum = Object.assign(window, { moved: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
        if (!hadRecentInput) sum.moved += value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });

for (const language of ["ug", "zh"] as const) {
  test(`what was seen stands at the end of the first page, in ${language}`, { tag: "@script" }, async ({ page }) => {
    const words = new Words(language);
    const product = new ProductPage(page, words);
    const seen = page.getByTestId("seen");
    await page.goto(`/${language}`);
    await isReady(page);
    await expect(seen).toBeHidden();
    const names: string[] = [];
    for (const slug of [ProductPage.USUAL, "netted-melon", ProductPage.USUAL]) {
      await product.open(slug);
      names.unshift((await product.name.locator(".c-shown").innerText()).trim());
      await expect.poll(() => page.evaluate(() => JSON.parse(localStorage.getItem("seen") ?? "[]")[0]?.slug)).toBe(slug);
    }
    await watchMoves(page);
    await page.goto(`/${language}`);
    await expect(seen).toBeVisible();
    await expect(seen.getByRole("link")).toHaveText(names.slice(0, 2));
    await seen.scrollIntoViewIfNeeded();
    expect(await page.evaluate(() => (window as unknown as { moved: number }).moved)).toBe(0);

    await seen.getByRole("link").nth(1).click();
    await expect(product.name).toContainText(names[1]);
    await page.goBack();
    await expect(seen.getByRole("link").first()).toHaveText(names[1]);
    await seen.getByRole("button", { name: words.say("favourites-seen-forget"), exact: true }).click();
    await expect(seen).toBeHidden();
    expect(await page.evaluate(() => localStorage.getItem("seen"))).toBeNull();
  });
}

test("what was seen has the names of the page's language", { tag: "@script" }, async ({ page }) => {
  const slugs = () => page.evaluate(() => JSON.parse(localStorage.getItem("seen") ?? "[]").map((seen: { slug: string }) => seen.slug));
  const open = async (language: "es" | "zh", slug: string) => {
    const product = new ProductPage(page, new Words(language));
    await product.open(slug);
    const name = (await product.name.locator(".c-shown").innerText()).trim();
    await expect.poll(async () => (await slugs())[0]).toBe(slug);
    return name;
  };
  await open("es", "netted-melon");
  const name = await open("es", ProductPage.USUAL);
  await open("zh", "netted-melon");
  const other = await open("zh", ProductPage.USUAL);
  expect(other).not.toBe(name);
  await open("es", "rose-jam");
  // Nothing is a favourite: the list of what was seen stands there all the same, and moves nothing that is in sight.
  await watchMoves(page);
  await page.goto("/zh/favourites");
  const seen = page.getByTestId("seen");
  await expect(seen.getByRole("link").first()).toHaveText(other);
  await expect(seen.getByRole("link"), "a name in another language is none").toHaveCount(2);
  expect(await page.evaluate(() => (window as unknown as { moved: number }).moved)).toBe(0);
});

test("forgetting on this phone forgets what was seen", { tag: "@script" }, async ({ page }) => {
  const words = new Words("es");
  await new ProductPage(page, words).open();
  await isReady(page);
  await expect.poll(() => page.evaluate(() => localStorage.getItem("seen"))).not.toBeNull();
  await heart(page).click();
  await expect(heart(page)).toHaveAccessibleName(words.say("favourites-take-off"));
  await toFavourites(page, words);
  await page.getByTestId("forget").getByRole("button").click();
  await expect(page.getByTestId("forgotten")).toBeVisible();
  await expect.poll(() => page.evaluate(() => localStorage.getItem("seen"))).toBeNull();
});
