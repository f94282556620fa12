// A phone with the service worker, at the end of a line that can be bad.

import { test as base, expect, type Page } from "../setup/test";
import { Line } from "../setup/line";

export { expect };

export const test = base.extend<{ line: Line }>({
  serviceWorkers: "allow",
  line: async ({ shop }, use) => {
    const line = await Line.to(shop.url);
    await use(line);
    await line.close();
  },
  baseURL: ({ line }, use) => use(line.url),
  // A browser writes down whatever does not arrive.
  quiet: async ({}, use) => use({ allowed: [/Failed to load resource/, /Failed to fetch/, /ERR_/, /preload/] }),
});

/** Waits until the worker watches over the page, and keeps what is shown now. */
export async function isWatched(page: Page) {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);
}

/** Waits until there is a copy of the page at this address. */
export async function isKept(page: Page, path: string) {
  const has = (url: string) => caches.match(url, { ignoreVary: true }).then(Boolean);
  await expect.poll(() => page.evaluate(has, new URL(path, page.url()).href)).toBe(true);
}
