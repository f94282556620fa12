// The browser's part: it arrives, it hydrates, and nobody sees it happen.

import { CartPage } from "../cart/cart";
import { withCart } from "../checkout/shopper";
import { expect, inEachLanguage, type Page, test, Words } from "../setup/test";
import { isHydrated } from "./header";
import { PUBLIC_PAGES } from "./pages";

const STEADY = 0.02;

/** Counts what moves by itself, from the first paint on. */
async function watchLayout(page: Page) {
  await page.addInitScript(() => {
    const shifts: { value: number; what: string }[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node?: Node }[] })[]) {
        if (entry.hadRecentInput) continue;
        const what = entry.sources.map(({ node }) => (node instanceof Element ? `${node.localName}.${node.className}` : node?.nodeName)).join(", ");
        shifts.push({ value: entry.value, what });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

async function expectSteady(page: Page) {
  await isHydrated(page);
  await page.evaluate(() => document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))));
  const shifts = await page.evaluate(() => (window as unknown as { shifts: { value: number; what: string }[] }).shifts);
  const sum = shifts.reduce((all, { value }) => all + value, 0);
  expect(sum, `moved: ${JSON.stringify(shifts)}`).toBeLessThan(STEADY);
}

test("the WASM a page needs arrives once and hydrates every island", { tag: "@script" }, async ({ page }) => {
  const fetched: string[] = [];
  page.on("response", async (response) => {
    if (!response.url().endsWith(".wasm")) return;
    expect(`${response.status()} ${response.headers()["content-type"]}`).toBe("200 application/wasm");
    // What was asked for ahead is taken from there.
    if (!(await response.request().sizes()).responseBodySize) return;
    fetched.push(response.url());
  });
  await page.goto("/es/products/thin-shell-badam");
  await isHydrated(page);
  // The main file and the product's own part, none of the cart's or the checkout's.
  // How long an answer was is known a little after it has come.
  await expect.poll(() => fetched.some((url) => /frontend\.[0-9a-f]+\.wasm$/.test(url))).toBe(true);
  expect(fetched.filter((url) => /cart|checkout|work/.test(url))).toEqual([]);
  expect(new Set(fetched).size).toBe(fetched.length);
  await expect(page.locator("leptos-island")).not.toHaveCount(0);
});

inEachLanguage((words, language) => {
  for (const [name, path] of Object.entries(PUBLIC_PAGES)) {
    test(`nothing jumps in ${language}: ${name}`, { tag: "@script" }, async ({ page }) => {
      await watchLayout(page);
      await page.goto(`/${language}${path}`);
      await expectSteady(page);
    });
  }

  test(`nothing jumps in ${language}: cart and checkout`, { tag: "@script" }, async ({ page }) => {
    await watchLayout(page);
    await withCart(page, words);
    await new CartPage(page, words).open();
    await expectSteady(page);
    await page.goto(`/${language}/checkout`);
    await expectSteady(page);
  });
});

test("a phone whose WASM never arrives still buys", { tag: "@script" }, async ({ page, quiet }) => {
  quiet.allowed.push(/ERR_FAILED|Failed to fetch/);
  await page.route("**/*.wasm", (route) => route.abort());
  const cart = await withCart(page, new Words("es"));
  await cart.open();
  await expect(cart.lines).toHaveCount(1);
});
