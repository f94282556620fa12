// Watching somebody move through the shop: what goes over the wire, whether the document stays.

import { expect, type Locator, type Page } from "../setup/test";
import { isHydrated } from "./header";

/** What is read out when another page is shown. */
export function announcer(page: Page): Locator {
  return page.locator("body > [aria-live=polite].c-hidden");
}

/** Waits until the islands listen and forms are sent without leaving the document. */
export async function isReady(page: Page) {
  await isHydrated(page);
  await expect(page.locator("html")).toHaveAttribute("data-extended", "");
}

/** Keeps answers to these addresses back until they are released. */
export async function hold(page: Page, pattern: string) {
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route(pattern, async (route) => {
    await held;
    // Whoever asked may have given up.
    await route.continue().catch(() => {});
  });
  return {
    async release() {
      release();
      await page.unroute(pattern);
    },
  };
}

/** Marks the document; answers whether it is still the same one. */
export async function staysTheSame(page: Page) {
  await page.evaluate(() => Object.assign(window, { stillHere: true }));
  return () => page.evaluate(() => "stillHere" in window);
}

/** The pages asked for from now on, as paths. */
export function pagesAskedFor(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname, search } = new URL(request.url());
    const isPage = /^\/(ug|zh|es)(\/|$)/.test(pathname);
    if (isPage) asked.push(pathname + search);
  });
  return asked;
}

/** Says that the phone asks for few bytes. */
export async function saveData(page: Page) {
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true, effectiveType: "4g" } }));
}
