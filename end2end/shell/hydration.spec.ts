// An island that hydrates changes nothing that is seen.

import { withCart } from "../checkout/shopper";
import { expect, inEachLanguage, type Page, test } from "../setup/test";
import { isHydrated } from "./header";

/** The markup of each island, but for the buttons that sleep until a script listens and the sum that waits for one. */
async function islands(page: Page) {
  return page.locator("leptos-island").evaluateAll((all) =>
    all.map((island) => {
      const copy = island.cloneNode(true) as HTMLElement;
      copy.removeAttribute("data-props");
      for (const button of copy.querySelectorAll(".c-amount__step")) button.removeAttribute("disabled");
      for (const sum of copy.querySelectorAll("[data-testid=purchase-total]")) sum.replaceChildren();
      return `${island.getAttribute("data-component")}: ${copy.innerHTML.replace(/<!--.*?-->/g, "")}`;
    }),
  );
}

inEachLanguage((words, language) => {
  test(`islands hydrate as they were in ${language}`, { tag: "@script" }, async ({ page }) => {
    await withCart(page, words, "netted-melon");
    await withCart(page, words);
    for (const path of ["", "/products", "/products/thin-shell-badam", "/products/netted-melon", "/cart", "/checkout"]) {
      let release = () => {};
      const held = new Promise<void>((done) => (release = done));
      await page.route("**/*.wasm", async (route) => {
        await held;
        await route.continue();
      });
      await page.goto(`/${language}${path}`);
      const before = await islands(page);
      expect(before.length, path).toBeGreaterThan(1);
      release();
      await isHydrated(page);
      expect(await islands(page), path).toEqual(before);
      await page.unroute("**/*.wasm");
    }
  });
});
