// A slow phone: a browser of its own for each visit, with nothing kept, and what it sees of a page.

import { type BrowserContext, type CDPSession, chromium as browsers, type Page } from "@playwright/test";

import { chromium } from "../setup/places";

/** How much slower than this machine. */
const SLOWER = 6;
/** How long after it is loaded a page is watched. */
const WATCHED_MS = 4000;

/** What the probe in the page writes down. */
type Probe = { largest: number; shift: number; tasks: [number, number][]; first: number; headingAt: number };

/** How a product's page is reached from the home page. */
export type Tap = "ahead" | "resting" | "early";

/** What a visit comes to; times in milliseconds. */
export type Seen = { largest: number; blocking: number; longest: number; shift: number; bytes: number; ahead: number };

/** Runs in each document before its own scripts. */
function probe() {
  const seen: Probe = { largest: 0, shift: 0, tasks: [], first: 0, headingAt: 0 };
  Object.assign(window, { seen });
  const watch = (type: string, take: (entry: PerformanceEntry & { value?: number; hadRecentInput?: boolean }) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch("largest-contentful-paint", (entry) => (seen.largest = entry.startTime));
  watch("paint", (entry) => entry.name === "first-contentful-paint" && (seen.first = entry.startTime));
  watch("longtask", (entry) => seen.tasks.push([entry.startTime, entry.duration]));
  watch("layout-shift", (entry) => !entry.hadRecentInput && (seen.shift += entry.value ?? 0));
  const now = () => performance.timeOrigin + performance.now();
  addEventListener("click", () => (sessionStorage.tapped = String(now())), { capture: true });
  // The heading of a product's page is drawn: one frame after it is laid out.
  const look = () => {
    const heading = document.querySelector("h1");
    if (/\/products\/./.test(location.pathname) && heading?.getBoundingClientRect().height) {
      requestAnimationFrame(() => setTimeout(() => (seen.headingAt ||= now())));
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** What went over the wire. */
class Wire {
  private readonly requests = new Map<string, { url: string; method: string; at: number; bytes: number; isAhead: boolean }>();
  readonly documents: { url: string; bytes: number }[] = [];

  constructor(devtools: CDPSession) {
    devtools.on("Network.requestWillBeSent", ({ requestId, request, wallTime, type }) => {
      const isAhead = type === "Fetch" && "x-navigation" in request.headers;
      this.requests.set(requestId, { url: request.url, method: request.method, at: wallTime * 1000, bytes: 0, isAhead });
    });
    devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      const request = this.requests.get(requestId);
      if (request) request.bytes = encodedDataLength;
    });
  }

  private sum(isAhead: boolean) {
    return [...this.requests.values()].filter((request) => request.isAhead === isAhead).reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Of the page itself. */
  get bytes() {
    return this.sum(false);
  }

  /** Of pages fetched ahead. */
  get ahead() {
    return this.sum(true);
  }

  /** When the first request left. */
  get began() {
    return Math.min(...[...this.requests.values()].map(({ at }) => at));
  }

  /** When the first form or call left. */
  get posted() {
    return [...this.requests.values()].find(({ method }) => method === "POST")?.at;
  }

  /** How many bytes the last answer from this address was. */
  of(url: string) {
    return [...this.requests.values()].filter((request) => request.url === url).at(-1)?.bytes;
  }
}

type Open = { page: Page; wire: Wire; context: BrowserContext };

/** Visits with a phone that has never been here. */
async function withPhone<T>(use: (open: Open) => Promise<T>): Promise<T> {
  const browser = await browsers.launch({
    executablePath: chromium,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
      .concat(["--disable-component-update", "--disable-sync", "--ignore-certificate-errors"]),
  });
  try {
    const context = await browser.newContext({
      viewport: { width: 360, height: 560 },
      deviceScaleFactor: 2,
      isMobile: true,
      hasTouch: true,
      ignoreHTTPSErrors: true,
    });
    await context.addInitScript(probe);
    const { page, wire } = await onNewPage(context);
    return await use({ page, wire, context });
  } finally {
    await browser.close();
  }
}

async function onNewPage(context: BrowserContext) {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  return { page, wire: new Wire(devtools) };
}

async function load(page: Page, url: string) {
  await page.goto(url, { waitUntil: "load", timeout: 120_000 });
  await page.waitForTimeout(WATCHED_MS);
}

const seenIn = (page: Page) => page.evaluate(() => (window as unknown as { seen: Probe }).seen);

/** A first visit to a page. */
export function visit(url: string, after: (open: Open) => Promise<void> = async () => {}): Promise<Seen> {
  return withPhone(async (open) => {
    await after(open);
    const { page, wire } = await onNewPage(open.context);
    await load(page, url);
    const { largest, shift, tasks, first } = await seenIn(page);
    const late = tasks.filter(([at, took]) => at + took > first).map(([, took]) => took);
    const blocking = late.reduce((sum, took) => sum + Math.max(0, took - 50), 0);
    return { largest, shift, blocking, longest: Math.max(0, ...late), bytes: wire.bytes, ahead: wire.ahead };
  });
}

/** How many bytes of its document come when the page is opened again. */
export function secondVisit(url: string): Promise<number> {
  return withPhone(async ({ page, context }) => {
    await load(page, url);
    await page.close();
    const again = await onNewPage(context);
    await load(again.page, url);
    return again.wire.of(url) ?? 0;
  });
}

/** How long after it is asked for a product's page puts something into the cart; nothing when it never does. */
export function adding(url: string): Promise<number | undefined> {
  return withPhone(async ({ page, wire }) => {
    await page.goto(url, { waitUntil: "commit", timeout: 120_000 });
    const button = page.locator("form.c-buy button.c-button--primary");
    await button.waitFor({ timeout: 60_000 });
    const until = Date.now() + 60_000;
    while (!wire.posted && Date.now() < until) {
      // A tap that comes too early is tried again, as by somebody who is impatient.
      await button.evaluate((element: HTMLElement) => element.click(), undefined, { timeout: 1000 }).catch(() => {});
      await page.waitForTimeout(100);
    }
    return wire.posted && wire.posted - wire.began;
  });
}

/**
 * From the tap on a product of the home page to its heading: on one whose page has been fetched ahead, on one just scrolled
 * to when the screen has come to rest, or the same at once, while pictures are still on their way.
 */
export function tapping(url: string, how: Tap): Promise<number | undefined> {
  return withPhone(async ({ page, wire }) => {
    await load(page, url);
    const links = page.locator("main article a[href*='/products/']");
    const isAhead = how === "ahead";
    // The places for pages that are fetched because one sees their links are taken: this is not one of them.
    if (how === "resting") await takePlaces(page);
    const link = isAhead ? links.first() : links.last();
    await link.scrollIntoViewIfNeeded();
    if (isAhead) {
      const target = await link.evaluate((element: HTMLAnchorElement) => element.href);
      const until = Date.now() + 15_000;
      while (!wire.of(target) && Date.now() < until) await page.waitForTimeout(100);
      await page.waitForTimeout(500);
    }
    if (how === "resting") await page.waitForTimeout(WATCHED_MS);
    await link.tap({ noWaitAfter: true });
    const until = Date.now() + 30_000;
    while (Date.now() < until) {
      await page.waitForTimeout(100);
      const took = await page
        .evaluate(() => (window as unknown as { seen: Probe }).seen.headingAt - Number(sessionStorage.tapped))
        .catch(() => Number.NaN);
      if (took > 0) return took;
    }
    return undefined;
  });
}

/** Rests on the first products until as many of their pages are fetched as are fetched ahead. */
async function takePlaces(page: Page) {
  await page.locator("main article a[href*='/products/']").first().scrollIntoViewIfNeeded();
  await page.waitForTimeout(WATCHED_MS);
}
