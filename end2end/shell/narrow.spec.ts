// The narrowest phone still shows whole pages: nothing has to be pushed sideways.

import { CartPage } from "../cart/cart";
import { atCheckout } from "../checkout/shopper";
import { expect, inEachLanguage, type Page, test } from "../setup/test";
import { signIn } from "../studio/day";
import { Studio } from "../studio/studio";
import { PUBLIC_PAGES } from "./pages";

test.use({ viewport: { width: 320, height: 640 } });

async function expectFits(page: Page) {
  const { wide, screen, widest } = await page.evaluate(() => {
    const root = document.documentElement;
    const beyond = [...document.querySelectorAll("body *")].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > root.clientWidth + 1 || box.left < -1);
    });
    return {
      wide: root.scrollWidth,
      screen: root.clientWidth,
      widest: beyond.slice(0, 5).map((element) => `${element.localName}.${element.className}`),
    };
  });
  expect(wide, `${page.url()} is pushed out by ${widest.join(", ")}`).toBeLessThanOrEqual(screen);
}

inEachLanguage((words, language) => {
  test(`public pages fit in ${language}`, { tag: "@script" }, async ({ page }) => {
    for (const path of Object.values(PUBLIC_PAGES)) {
      await page.goto(`/${language}${path}`);
      await expectFits(page);
    }
  });

  test(`cart, checkout and order fit in ${language}`, { tag: "@script" }, async ({ page }) => {
    const checkout = await atCheckout(page, words);
    await new CartPage(page, words).open();
    await expectFits(page);
    await checkout.open();
    await expectFits(page);
    await checkout.choose("checkout-delivery-address");
    await expectFits(page);
    await checkout.fill({ name: "گ".repeat(60), phone: "+34 600 123 456" }, { station: "B003" }, "transfer");
    await checkout.place();
    await expectFits(page);
  });

  test(`the work area fits in ${language}`, { tag: "@script" }, async ({ page, shop }) => {
    await new Studio(page, words).signIn(shop);
    for (const path of ["", "/shop", "/orders", "/packing", "/products", "/products/1"]) {
      await page.goto(`/${language}/studio${path}`);
      await expectFits(page);
      const { height } = (await page.locator("nav.c-ways").boundingBox()) ?? { height: 0 };
      expect(height, path).toBeLessThan(64);
    }
  });

  test(`a work area's menu takes one line in ${language}`, { tag: "@script" }, async ({ page, shop }) => {
    await signIn(page, words, shop, "centre", "centre/money");
    for (const path of ["/money", "/damage", "/audit"]) {
      await page.goto(`/${language}/centre${path}`);
      await expectFits(page);
      const menu = page.locator("nav.c-ways");
      const { height } = (await menu.boundingBox()) ?? { height: 0 };
      expect(height, path).toBeGreaterThan(40);
      expect(height, path).toBeLessThan(80);
      // Where one is stands first, and the rest is pushed aside.
      await expect(menu.locator("[aria-current]")).toBeInViewport({ ratio: 1 });
    }
  });
});
