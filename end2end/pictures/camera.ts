// Takes a page once, and cuts a picture for each text out of it: the text in an outline, and what stands around it.

import { existsSync } from "node:fs";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join, normalize } from "node:path";
import { setTimeout } from "node:timers/promises";

import type { Browser, BrowserContext, Page, Route } from "@playwright/test";

import { site } from "../setup/places";

/** Pixels. */
const WIDTH = 360;
const HEIGHT = 240;
/** The largest picture, bytes: a list of them is looked at over a thin line. */
const MOST = 12_000;
/** How long a page that was kept may load its pictures, and how long it may take in all, in milliseconds. */
const LOADING = 5_000;
const PATIENCE = 20_000;
/** Where a page that was kept is opened: of the shop it comes from, so that its fonts and pictures are its own. */
const KEPT = "/kept-page";
/** What the page looks like while it is taken: without the marks, and nothing fixed, sticky or pushed aside, which a picture of the
 * whole page would show elsewhere or not at all. */
const STILL = `
  [data-l10n], [data-l10n-here] { outline: 0 !important }
  .c-texts { display: none !important }
  .c-menu, .c-save, .c-till, .c-buy__bar, .c-status, .c-undo, .c-offline, .c-order__says, aside { position: static !important }
  .c-tabs, .c-ways { flex-wrap: wrap !important; overflow: visible !important }
  .c-when-address, .c-when-station { display: block !important }
  dialog[open] { position: static !important; max-height: none !important; overflow: visible !important }
  *, ::before, ::after { animation: none !important; transition: none !important }
`;

/** Where a text is; what is only read aloud has a place and no letters. */
export type Box = { unit: string; x: number; y: number; width: number; height: number; isAloud?: boolean };

/** The pictures of one language. */
export class Camera {
  /** Texts that have a picture. */
  readonly taken = new Set<string>();
  /** Texts that a page had, seen or not. */
  readonly met = new Set<string>();
  /** Where pages that were kept are opened. */
  private lens?: BrowserContext;

  private constructor(
    private readonly browser: Browser,
    private readonly folder: string,
    /** An empty page, on which pictures are cut. */
    private readonly table: Page,
  ) {}

  /** Begins anew. */
  static async open(browser: Browser, folder: string): Promise<Camera> {
    // What was taken before may stand nowhere any more.
    await rm(folder, { recursive: true, force: true });
    return Camera.resume(browser, folder);
  }

  /** Goes on with what lacks a picture. */
  static async resume(browser: Browser, folder: string): Promise<Camera> {
    await mkdir(folder, { recursive: true });
    const camera = new Camera(browser, folder, await browser.newPage());
    for (const name of await readdir(folder)) camera.taken.add(name.replace(/\.webp$/, ""));
    return camera;
  }

  /** Takes what is new on a page that says which texts it is made of. What is folded away is opened. */
  async take(page: Page) {
    const style = await page.addStyleTag({ content: STILL });
    const all = await page.evaluate(open);
    for (const unit of all) this.met.add(unit);
    const boxes = (await page.evaluate(find)).filter(({ unit }) => !this.taken.has(unit));
    // What is seen somewhere is shown there and not where it is read aloud.
    boxes.sort((one, other) => Number(one.isAloud) - Number(other.isAloud));
    const first = boxes.filter(({ unit }, at) => boxes.findIndex((box) => box.unit === unit) === at);
    if (first.length > 0) await this.cut(await page.screenshot({ fullPage: true, animations: "disabled" }), first);
    await page.evaluate(() => {
      for (const list of document.querySelectorAll("[data-opened]")) {
        list.removeAttribute("size");
        list.removeAttribute("data-opened");
      }
    });
    await style.evaluate((element) => (element as Element).remove());
  }

  /** Takes a page that was kept, with its texts marked, though its shop may be closed by now. */
  async develop(origin: string, html: string) {
    this.lens ??= await this.browser.newContext({ viewport: { width: WIDTH, height: 560 }, bypassCSP: true, serviceWorkers: "block", hasTouch: true });
    const page = await this.lens.newPage();
    page.setDefaultTimeout(PATIENCE);
    const taken = this.takeKept(page, origin, html);
    // One that never ends is left, and ends when its page is closed.
    taken.catch(() => undefined);
    const late = setTimeout(PATIENCE, undefined, { ref: false }).then(() => Promise.reject(new Error("the page was not taken in time")));
    try {
      await Promise.race([taken, late]);
    } finally {
      await page.close();
    }
  }

  private async takeKept(page: Page, origin: string, html: string) {
    await page.route("**/*", (route) => answer(route, html).catch(() => undefined));
    await page.goto(origin + KEPT, { waitUntil: "load", timeout: LOADING }).catch(() => undefined);
    await this.take(page);
  }

  /** Cuts the pictures of these places out of a picture. */
  async cut(whole: Buffer, boxes: Box[]) {
    const cut = await this.table.evaluate(cutOut, { whole: whole.toString("base64"), boxes, width: WIDTH, height: HEIGHT, most: MOST });
    for (const { unit, picture } of cut) {
      await writeFile(join(this.folder, `${unit}.webp`), Buffer.from(picture, "base64"));
      this.taken.add(unit);
    }
  }

  async close() {
    await this.lens?.close();
    await this.table.close();
  }
}

/** What the copy of a page asks for: itself, what is built, and pictures of goods where the shop is still open. */
async function answer(route: Route, html: string) {
  const { pathname } = new URL(route.request().url());
  if (pathname === KEPT) return route.fulfill({ contentType: "text/html; charset=utf-8", body: html });
  const built = join(site, normalize(pathname));
  if (built.startsWith(join(site, "assets")) && existsSync(built)) return route.fulfill({ path: built });
  if (/^\/(media|icons)\//.test(pathname)) return route.continue();
  return route.abort();
}

/** Shows what is folded away; answers all texts of the page. */
function open(): string[] {
  for (const folded of document.querySelectorAll("details")) folded.open = true;
  // A list of choices that shows one of them shows all down to the last whose words are the shop's, and one more.
  for (const list of document.querySelectorAll<HTMLSelectElement>("select:not([multiple], [size])")) {
    const last = [...list.options].findLastIndex((option) => option.matches("[data-l10n], [data-l10n-here]"));
    if (last < 0) continue;
    list.size = Math.max(2, last + 2 + list.querySelectorAll("optgroup").length);
    list.dataset.opened = "";
  }
  const inBar = [...document.querySelectorAll<HTMLElement>(".c-texts a[data-unit]")].map((link) => link.dataset.unit ?? "");
  const marked = [...document.querySelectorAll<HTMLElement>("[data-l10n], [data-l10n-here]")];
  return [...inBar, ...marked.flatMap(({ dataset }) => `${dataset.l10n ?? ""} ${dataset.l10nHere ?? ""}`.split(" "))].filter(Boolean);
}

/** Where the page's texts are; the first place where each is seen. */
function find(): Box[] {
  const found: Box[] = [];
  const wide = document.documentElement.clientWidth;
  const isSmall = ({ width, height }: DOMRect) => width < 4 || height < 4;
  for (const element of document.querySelectorAll<HTMLElement>("[data-l10n], [data-l10n-here]")) {
    let place: Element = element;
    if (place.getClientRects().length === 0) continue;
    // What is only read aloud has no place of its own: it is read where the next larger thing is.
    for (let higher = 0; higher < 4 && place.parentElement && isSmall(place.getBoundingClientRect()); higher++) place = place.parentElement;
    const box = place.getBoundingClientRect();
    // What is pushed off the screen is not seen.
    if (isSmall(box) || box.right <= 0 || box.left >= wide || place === document.body) continue;
    const { x, y, width, height } = box;
    const units = `${element.dataset.l10n ?? ""} ${element.dataset.l10nHere ?? ""}`.split(" ").filter(Boolean);
    for (const unit of new Set(units)) found.push({ unit, x: x + scrollX, y: y + scrollY, width, height, isAloud: place !== element });
  }
  return found;
}

/** Runs on the empty page, which has a canvas. */
async function cutOut(of: { whole: string; boxes: Box[]; width: number; height: number; most: number }) {
  const image = new Image();
  image.src = `data:image/png;base64,${of.whole}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: of.width, height: of.height });
  const paint = canvas.getContext("2d")!;
  /** Where the cut begins, so that what is outlined is in the middle of it, or begins there. */
  const startOf = (from: number, length: number, part: number, whole: number) =>
    Math.max(0, Math.min(from + Math.min(length, part) / 2 - part / 2, whole - part));
  const all: { unit: string; picture: string }[] = [];
  for (const { unit, x, y, width, height, isAloud } of of.boxes) {
    const [left, top] = [startOf(x, width, of.width, image.width), startOf(y, height, of.height, image.height)];
    paint.fillStyle = "#fff";
    paint.fillRect(0, 0, of.width, of.height);
    paint.drawImage(image, -left, -top);
    paint.strokeStyle = "#d11";
    paint.lineWidth = 3;
    paint.setLineDash(isAloud ? [8, 6] : []);
    paint.strokeRect(x - left - 4, y - top - 4, width + 8, height + 8);
    for (const quality of [0.6, 0.4, 0.2, 0.05]) {
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/webp", quality));
      if (!blob || (blob.size > of.most && quality > 0.05)) continue;
      const bytes = new Uint8Array(await blob.arrayBuffer());
      all.push({ unit, picture: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")) });
      break;
    }
  }
  return all;
}
