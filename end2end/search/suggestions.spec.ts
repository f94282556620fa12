// Suggestions while somebody types: by keyboard and by touch, on bad lines, with an input method; and the same without script.

import AxeBuilder from "@axe-core/playwright";

import { expect, test, Words } from "../setup/test";
import { hold } from "../shell/moving";
import { askedFor, SearchField } from "./field";

const es = new Words("es");

test.use({ viewport: { width: 360, height: 560 } });

/** What begins so, and a product of the demo's that it means. */
const TYPED = [
  { language: "ug", text: "بادام مېغ", product: "بادام مېغىزى" },
  { language: "zh", text: "巴旦木仁", product: "巴旦木仁" },
] as const;

for (const { language, text, product } of TYPED) {
  const words = new Words(language);

  test(`in ${language} a suggestion is chosen by keyboard`, { tag: "@script" }, async ({ page }) => {
    const search = new SearchField(page, words);
    await search.open();
    await search.type(text);
    await expect(search.chosen).toHaveCount(0);
    await expect(search.status).toHaveText(words.match("search-suggestions-count"));

    await page.keyboard.press("ArrowDown");
    await expect(search.options.first()).toHaveAttribute("aria-selected", "true");
    await expect(search.input).toHaveAttribute("aria-activedescendant", (await search.options.first().getAttribute("id")) ?? "");
    await page.keyboard.press("End");
    await expect(search.options.last()).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("ArrowDown");
    await expect(search.chosen).toHaveCount(0);
    await page.keyboard.press("ArrowUp");
    await expect(search.options.last()).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Home");
    await expect(search.options.first()).toHaveAttribute("aria-selected", "true");

    await page.keyboard.press("Escape");
    await expect(search.list).toBeHidden();
    await expect(search.input).toHaveValue(text);
    await expect(search.input).toHaveAttribute("aria-expanded", "false");
    await page.keyboard.press("ArrowDown");
    await expect(search.list).toBeVisible();
    await page.keyboard.press("ArrowDown");
    const address = await search.chosen.getAttribute("href");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`${address}$`));
    await expect(search.list).toBeHidden();
  });

  test(`in ${language} a suggestion is chosen by touch`, { tag: "@script" }, async ({ page }) => {
    const search = new SearchField(page, words);
    await search.open();
    await search.type(text);
    const row = search.options.filter({ hasText: product }).first();
    await expect(row.locator("img")).toBeVisible();
    await expect(row).toContainText(/[0-9]/);
    for (const option of await search.options.all()) {
      const box = await option.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(48);
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
    }
    await row.tap();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(product);
    await expect(search.list).toBeHidden();
  });

  test(`in ${language} axe finds nothing while suggestions are there`, { tag: "@script" }, async ({ page }) => {
    const search = new SearchField(page, words);
    await search.open();
    await search.type(text);
    await page.keyboard.press("ArrowDown");
    const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]).include("header").analyze();
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)])).toEqual([]);
  });
}

test("shelves, cooperatives and stations are suggested beside goods", { tag: "@script" }, async ({ page }) => {
  const search = new SearchField(page, es);
  await search.open("/about");
  await search.type("altun");
  await expect(search.list.locator("[href='/es/shops/altun-badam']")).toContainText(es.say("search-kind-cooperative"));
  await search.input.fill("miel");
  await expect(search.list.locator("[href='/es/products?category=honey']")).toContainText(es.say("search-kind-category"));
  await search.input.fill("b017");
  const station = search.options.filter({ hasText: "B017" });
  await station.tap();
  await expect(page.getByRole("main")).toContainText("B017");
});

test("nothing of it is loaded before somebody goes into the field", { tag: "@script" }, async ({ page }) => {
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (/\/suggest[^/]*\.js$/.test(request.url())) scripts.push(request.url());
  });
  const search = new SearchField(page, es);
  await page.goto("/es");
  await expect(page.locator("html")).toHaveAttribute("data-hydrated", "true");
  await expect(search.input).toHaveRole("searchbox");
  expect(scripts).toEqual([]);
  await search.open("/products");
  expect(scripts).toHaveLength(1);
});

test("an older answer is not shown over a newer one", { tag: "@script" }, async ({ page }) => {
  const search = new SearchField(page, es);
  await search.open();
  const asked = askedFor(page);
  const older = await hold(page, "**/search/suggestions?q=miel");
  await search.input.fill("miel");
  await expect.poll(() => asked).toEqual(["miel"]);
  await search.input.fill("membrillo");
  await expect(search.options.first()).toContainText("Membrillo");
  await older.release();
  // One more answer, after which the older one would be there, too.
  await search.type("comino");
  await expect.poll(() => asked).toEqual(["miel", "membrillo", "comino"]);
  await expect(search.list.locator("[href='/es/products/mountain-cumin']")).toBeVisible();
  await expect(search.list.locator("[href='/es/products?category=honey']")).toHaveCount(0);
});

test("with a dead line there is no list, and the search goes on as ever", { tag: "@script" }, async ({ page, quiet }) => {
  quiet.allowed.push(/ERR_FAILED|Failed to load/);
  const search = new SearchField(page, es);
  await search.open();
  const asked = askedFor(page);
  await page.route("**/search/suggestions*", (route) => route.abort());
  await search.input.fill("miel");
  await expect.poll(() => asked).toEqual(["miel"]);
  await expect(search.list).toBeHidden();
  await expect(search.input).toHaveAttribute("aria-expanded", "false");
  await search.input.press("Enter");
  await expect(page).toHaveURL(/\/es\/search\?q=miel$/);
  await expect(page.getByRole("article").first()).toBeVisible();
});

test("while an input method is at work nothing is asked for, and its keys are its own", { tag: "@script" }, async ({ page }) => {
  const zh = new Words("zh");
  const search = new SearchField(page, zh);
  await search.open();
  const asked = askedFor(page);
  const method = await page.context().newCDPSession(page);
  for (const text of ["h", "ho", "hong", "hongz", "hongzao"]) {
    await method.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await expect(search.input).toHaveValue("hongzao");
  await method.send("Input.insertText", { text: "红枣" });
  await expect(search.input).toHaveValue("红枣");
  await expect(search.options.first()).toContainText("枣");
  expect(asked).toEqual(["红枣"]);
});

test("what a phone's keyboard underlines while one types is typed", { tag: "@script" }, async ({ page }) => {
  const ug = new Words("ug");
  const search = new SearchField(page, ug);
  await search.open();
  const keyboard = await page.context().newCDPSession(page);
  const text = "بادام";
  await keyboard.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  await expect(search.options.first()).toContainText("بادام");
});

test("the page of a search names places beside the goods", async ({ page }) => {
  await page.goto("/es/search?q=altun+badam");
  const shelves = page.getByTestId("shelf-hits");
  await expect(shelves.getByRole("link", { name: "Altun Badam" })).toHaveAttribute("href", "/es/shops/altun-badam");
  await page.goto("/es/search?q=B017");
  await expect(page.getByTestId("search-hits").getByRole("link")).toContainText("B017");
});
