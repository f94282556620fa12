// What one typed is what one buys, however fast one is and whatever the network does.

import { ProductPage } from "../catalog/product";
import { withCart } from "../checkout/shopper";
import { expect, test, Words } from "../setup/test";
import { Header, isHydrated } from "../shell/header";

const es = new Words("es");
const BADAM = "Almendras de cáscara fina";

test("a quantity typed just before going on is the one that is ordered", async ({ page }) => {
  const cart = await withCart(page, es);
  await cart.open();
  await cart.quantity(BADAM).fill("3");
  await cart.checkOut();
  await expect(page.getByTestId("checkout-goods")).toContainText("80,40");
});

test("the same with a script that listens and a slow network", { tag: "@script" }, async ({ page }) => {
  const cart = await withCart(page, es);
  await cart.open();
  await isHydrated(page);
  await page.route("**/api/change_cart", async (route) => {
    await new Promise((done) => setTimeout(done, 600));
    await route.continue();
  });
  await cart.quantity(BADAM).fill("4");
  await cart.checkOut();
  await expect(page.getByTestId("checkout-goods")).toContainText("107,20");
});

test("adding and opening the cart at once shows the line", { tag: "@script" }, async ({ page }) => {
  const product = new ProductPage(page, es);
  await product.open();
  await isHydrated(page);
  await page.route("**/api/add_to_cart", async (route) => {
    await new Promise((done) => setTimeout(done, 500));
    await route.continue();
  });
  await product.addButton.click({ noWaitAfter: true });
  await new Header(page, es).toCart();
  await expect(page.getByTestId("cart-line")).toHaveCount(1);
});

test("fast taps end at the last amount everywhere", { tag: "@script" }, async ({ page }) => {
  const cart = await withCart(page, es);
  await cart.open();
  await isHydrated(page);
  const underWay = new Set<unknown>();
  page.on("request", (request) => request.url().includes("/api/change_cart") && underWay.add(request));
  page.on("requestfinished", (request) => underWay.delete(request));
  page.on("requestfailed", (request) => underWay.delete(request));
  // The first answers are the slowest.
  let wait = 900;
  await page.route("**/api/change_cart", async (route) => {
    wait -= 300;
    await new Promise((done) => setTimeout(done, Math.max(wait, 0)));
    await route.continue();
  });
  const more = cart.lines.getByRole("button", { name: es.say("island-step-more"), exact: true });
  for (let taps = 0; taps < 4; taps += 1) await more.click({ noWaitAfter: true });
  await expect(cart.quantity(BADAM)).toHaveValue("5");
  await expect(cart.goods).toContainText("134,00");
  await expect.poll(() => underWay.size).toBe(0);
  await expect(cart.quantity(BADAM)).toHaveValue("5");
  await page.reload();
  await expect(cart.quantity(BADAM)).toHaveValue("5");
  await expect(cart.goods).toContainText("134,00");
});

test("a refused quantity is marked at its field and blocks the way on", { tag: "@script" }, async ({ page }) => {
  const cart = await withCart(page, es);
  await cart.open();
  await isHydrated(page);
  await cart.quantity(BADAM).fill("2,5");
  await cart.quantity(BADAM).blur();
  await expect(cart.quantity(BADAM)).toHaveAttribute("aria-invalid", "true");
  await expect(cart.quantity(BADAM)).toHaveAccessibleDescription(es.match("product-quantity-range"));
  await expect(page.getByTestId("checkout")).toBeHidden();
  await cart.quantity(BADAM).fill("2");
  await cart.quantity(BADAM).blur();
  await expect(cart.quantity(BADAM)).not.toHaveAttribute("aria-invalid");
  await expect(cart.goods).toContainText("53,60");
  await expect(page.getByTestId("checkout")).toBeVisible();
});

test("a quantity that could not be sent says so at its field and goes out later", { tag: "@script" }, async ({ page, context, quiet }) => {
  quiet.allowed.push(/ERR_INTERNET_DISCONNECTED/);
  const cart = await withCart(page, es);
  await cart.open();
  await isHydrated(page);
  await context.setOffline(true);
  await cart.quantity(BADAM).fill("6");
  await cart.quantity(BADAM).blur();
  await expect(cart.quantity(BADAM)).toHaveAccessibleDescription(es.say("island-offline"));
  await expect(cart.quantity(BADAM)).toHaveValue("6");
  await page.getByTestId("checkout").click();
  await expect(cart.quantity(BADAM)).toBeFocused();
  await context.setOffline(false);
  await cart.checkOut();
  await expect(page.getByTestId("checkout-goods")).toContainText("160,80");
});

test("nothing of a line takes it out, with the sums right and a way back", { tag: "@script" }, async ({ page }) => {
  await withCart(page, es, "green-raisins");
  const cart = await withCart(page, es);
  await cart.open();
  await isHydrated(page);
  const header = new Header(page, es);
  await expect(header.badge).toHaveText("2");
  await cart.quantity(BADAM).fill("0");
  await cart.quantity(BADAM).blur();
  await expect(cart.lines).toHaveCount(1);
  await expect(page.getByTestId("cart-seller")).toHaveCount(1);
  await expect(page.getByTestId("seller-goods")).toHaveText(await cart.goods.innerText());
  await expect(header.badge).toHaveText("1");
  await page.getByRole("button", { name: es.say("cart-undo"), exact: true }).click();
  await expect(cart.lines).toHaveCount(2);
  await expect(header.badge).toHaveText("2");
});

test("tapping a card twice says how much there is, with a way to the cart", { tag: "@script" }, async ({ page }) => {
  await page.goto("/es/products");
  await isHydrated(page);
  // Each tap is a packet of the first product.
  const add = page.getByRole("article").first().getByRole("button", { name: es.match("product-add-named") });
  await add.click();
  await add.click();
  const said = page.getByRole("status").filter({ hasText: /2\s*uds/ });
  await expect(said).toBeVisible();
  await said.getByRole("link", { name: es.say("shell-cart-see") }).click();
  await expect(page.getByRole("heading", { level: 1, name: es.say("cart-title") })).toBeVisible();
});

test("an addition whose answer was lost is not a second one", { tag: "@script" }, async ({ page, quiet }) => {
  quiet.allowed.push(/ERR_FAILED/);
  const product = new ProductPage(page, es);
  await product.open();
  await isHydrated(page);
  // The shop does it, the phone never hears of it.
  await page.route("**/api/add_to_cart", async (route) => {
    await route.fetch();
    await route.abort();
  }, { times: 1 });
  await product.addButton.click();
  await expect(page.getByRole("status").filter({ hasText: es.say("island-offline") })).toBeVisible();
  await product.add();
  await page.goto("/es/cart");
  await expect(page.getByTestId("cart-line").getByRole("textbox")).toHaveValue("1");
});

// With scripts one never leaves.
test("without a script one comes back to where the form stood", { tag: "@no-script" }, async ({ page }) => {
  const product = new ProductPage(page, es);
  await product.open();
  await product.addButton.click();
  await expect(page).toHaveURL(/#added$/);
  await expect(product.form.getByText(es.say("cart-added"))).toBeInViewport();
  await page.goto("/es/products");
  const card = page.getByRole("article").nth(5);
  await card.getByRole("button", { name: es.match("product-add-named") }).click();
  await expect(page.getByRole("article").nth(5).getByText(es.say("cart-added"))).toBeInViewport();
});

test("what was typed before the script listened is kept and saved", { tag: "@script" }, async ({ page }) => {
  const cart = await withCart(page, es);
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await cart.open();
  await cart.quantity(BADAM).fill("7");
  release();
  await isHydrated(page);
  await expect(cart.quantity(BADAM)).toHaveValue("7");
  await expect(cart.goods).toContainText("187,60");
});
