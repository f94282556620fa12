// Pages fetched ahead: used at once, few, never where bytes are dear, and never an old one.

import { expect, type Page, test, Words } from "../setup/test";
import { Header, isHydrated } from "./header";
import { isReady, pagesAskedFor, saveData } from "./moving";

const es = new Words("es");

/** Puts a finger on the middle of a link, and leaves it there. */
async function touch(page: Page, name: string) {
  const link = new Header(page, es).menu.getByRole("link", { name });
  await link.hover();
  await page.mouse.down();
  return { release: () => page.mouse.up() };
}

test("a link one touches is on its way before the finger is lifted, and is asked for once", { tag: "@script" }, async ({ page }) => {
  await page.goto("/es/about");
  await isReady(page);
  const asked = pagesAskedFor(page);
  const finger = await touch(page, es.say("shell-products-short"));
  await expect.poll(() => asked).toEqual(["/es/products"]);
  await finger.release();
  await expect(page.getByRole("heading", { level: 1, name: es.say("catalog-list-title") })).toBeVisible();
  expect(asked.filter((path) => path === "/es/products")).toHaveLength(1);
});

test("a page that rests in view is there when it is tapped, also without a network", { tag: "@script" }, async ({ page, context, quiet }) => {
  // The parts of its islands and its pictures do not come.
  quiet.allowed.push(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  const asked = pagesAskedFor(page);
  await page.goto("/es/products");
  await isReady(page);
  await page.getByRole("article").first().scrollIntoViewIfNeeded();
  await expect.poll(() => asked.filter((path) => path.startsWith("/es/products/")).length).toBeGreaterThan(0);
  const [path] = asked.filter((path) => path.startsWith("/es/products/"));
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await page.locator(`main a[href="${path}"]`).first().click();
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("few are fetched, and none of one's own", { tag: "@script" }, async ({ page }) => {
  const asked = pagesAskedFor(page);
  await page.goto("/es/products");
  await isReady(page);
  await page.evaluate(async () => {
    for (let at = 0; at < 6; at += 1) {
      scrollTo({ top: at * 500, behavior: "instant" });
      await new Promise((done) => setTimeout(done, 900));
    }
  });
  const ahead = asked.filter((path) => path !== "/es/products");
  expect(ahead.length).toBeLessThanOrEqual(3);
  const onCart = await touch(page, es.say("shell-cart-short"));
  await page.mouse.move(10, 200);
  await onCart.release();
  // What is touched afterwards is asked for afterwards.
  await touch(page, es.say("shell-cooperatives-short"));
  await expect.poll(() => asked).toContain("/es/shops");
  expect(asked).not.toContain("/es/cart");
});

test("nothing is fetched ahead on a phone that saves data", { tag: "@script" }, async ({ page }) => {
  await saveData(page);
  const asked = pagesAskedFor(page);
  await page.goto("/es/products");
  // What fetches pages ahead would have been asked for before the islands.
  await isHydrated(page);
  await page.waitForLoadState("networkidle");
  await expect(page.locator("html")).not.toHaveAttribute("data-extended");
  const finger = await touch(page, es.say("shell-cooperatives-short"));
  await page.mouse.move(10, 200);
  await finger.release();
  await new Header(page, es).menu.getByRole("link", { name: es.say("shell-cart-short") }).click();
  await expect(page.getByRole("heading", { level: 1, name: es.say("cart-title") })).toBeVisible();
  expect(asked).toEqual(["/es/products", "/es/cart"]);
});

test("a page fetched before the cart changed is asked for again", { tag: "@script" }, async ({ page }) => {
  await page.goto("/es/products");
  await isReady(page);
  const header = new Header(page, es);
  const asked = pagesAskedFor(page);
  const finger = await touch(page, es.say("shell-cooperatives-short"));
  await expect.poll(() => asked).toContain("/es/shops");
  // The finger moves away: no tap.
  await page.mouse.move(10, 200);
  await finger.release();
  await page.getByRole("article").first().getByRole("button", { name: es.match("product-add-named") }).click();
  await expect(header.badge).toHaveText("1");
  await header.menu.getByRole("link", { name: es.say("shell-cooperatives-short") }).click();
  await expect(page.getByRole("heading", { level: 1, name: es.say("nav-cooperatives") })).toBeVisible();
  expect(asked.filter((path) => path === "/es/shops")).toHaveLength(2);
  await expect(header.badge).toHaveText("1");
});
