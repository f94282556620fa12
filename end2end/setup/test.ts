// What every test gets: a shop, somebody with a phone, and a console that must stay silent.

import { test as base, type BrowserContext, type Page } from "@playwright/test";

import type { Watch } from "../pictures/watch";
import type { Shop, ShopSettings } from "./server";
import { SHARED, Shops } from "./shops";
import { type Language, LANGUAGES, Words } from "./words";

export { type CDPSession, expect, type Locator, type Page } from "@playwright/test";
export { LANGUAGES, type Language, Words };

/** What `quiet` allows a story that leaves a page with something unsaved on it. */
export const ASKED_BEFORE_LEAVING = /^asked before .+ was left$/;

type Ours = {
  /** Stories that change the goods name a shop of their own here, so that others keep theirs as it was. */
  shopNamed: string;
  /** How the shop of that name is served. */
  shopSettings: ShopSettings;
  shop: Shop;
  /** What the console may say in this test: the browser writes down every refusal and every lost network. */
  quiet: { allowed: RegExp[] };
  /** Somebody else: a phone that shares nothing with `page`. */
  someoneElse: () => Promise<Page>;
  /** Lets what somebody sees become pictures of the shop's texts, where these are taken (`pictures/watch.ts`). */
  watched: (context: BrowserContext) => Promise<void>;
};

type OursPerWorker = {
  shops: Shops;
  /** What takes pictures in this worker, if anything does. */
  watch: Watch | undefined;
};

export const test = base.extend<Ours, OursPerWorker>({
  shopNamed: [SHARED, { option: true }],
  shopSettings: [{}, { option: true }],

  // Of the test and not of the worker: another shop needs neither another worker nor another browser.
  shop: [
    async ({ shops, shopNamed, shopSettings }, use) => use(await shops.named(shopNamed, shopSettings)),
    { timeout: 60_000 },
  ],

  watch: [
    async ({ browser }, use) => {
      const languages = process.env.BAZAR_PICTURES;
      const watch = languages ? (await import("../pictures/watch")).Watch.open(browser, languages) : undefined;
      await use(watch);
      await watch?.close();
    },
    { scope: "worker", timeout: 600_000 },
  ],

  shops: [
    // Shops are looked at before they close.
    async ({ watch: _ }, use, worker) => {
      const shops = new Shops(`${worker.project.name}-${worker.workerIndex}`);
      await use(shops);
      await shops.closeAll();
    },
    { scope: "worker", timeout: process.env.BAZAR_PICTURES ? 600_000 : 60_000 },
  ],

  // Pictures are made when the story is over, and not in its time.
  watched: [
    async ({ watch }, use) => {
      await use(async (context) => watch?.on(context));
      await watch?.develop();
    },
    { timeout: 600_000 },
  ],

  baseURL: ({ shop }, use) => use(shop.url),

  quiet: async ({}, use) => use({ allowed: [] }),

  context: async ({ context, quiet, watched }, use) => {
    await watched(context);
    const heard = listen(context);
    await use(context);
    complain(heard, quiet.allowed);
  },

  someoneElse: async ({ browser, contextOptions, baseURL, viewport, hasTouch, javaScriptEnabled, serviceWorkers, quiet, watched }, use) => {
    const others: { context: BrowserContext; heard: string[] }[] = [];
    await use(async () => {
      const options = { ...contextOptions, baseURL, viewport, hasTouch, javaScriptEnabled, serviceWorkers };
      const context = await browser.newContext(options);
      await watched(context);
      others.push({ context, heard: listen(context) });
      return context.newPage();
    });
    for (const { context } of others) await context.close();
    for (const { heard } of others) complain(heard, quiet.allowed);
  },
});

/** The same test once in each language. */
export function inEachLanguage(story: (words: Words, language: Language) => void) {
  for (const language of LANGUAGES) story(new Words(language), language);
}

function listen(context: BrowserContext): string[] {
  const heard: string[] = [];
  context.on("console", (message) => {
    // The test itself keeps it out.
    if (message.text().includes("Service Worker registration blocked by Playwright")) return;
    if (message.type() === "error" || message.type() === "warning") {
      heard.push(`${message.type()} on ${message.page()?.url()}: ${message.text()}`);
    }
  });
  context.on("weberror", (error) => heard.push(`uncaught on ${error.page()?.url()}: ${error.error()}`));
  context.on("page", (page) => {
    // The shop asks nothing in dialogs: one that opens is somebody else's script.
    page.on("dialog", (dialog) => {
      // The browser asks by itself where something is not saved; the story goes on its way.
      if (dialog.type() === "beforeunload") {
        heard.push(`asked before ${page.url()} was left`);
        return dialog.accept();
      }
      heard.push(`a dialog opened on ${page.url()}: ${dialog.message()}`);
      return dialog.dismiss();
    });
  });
  return heard;
}

function complain(heard: string[], allowed: RegExp[]) {
  const loud = heard.filter((line) => !allowed.some((pattern) => pattern.test(line)));
  if (loud.length > 0) throw new Error(`the console should have stayed empty:\n${loud.join("\n")}`);
}
