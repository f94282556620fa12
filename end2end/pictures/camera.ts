// Takes a page once, and cuts a picture for each text out of it: the text in an outline, and what stands around it.

import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { Browser, Page } from "@playwright/test";

/** Pixels. */
const WIDTH = 360;
const HEIGHT = 240;
/** The largest picture, bytes: a list of them is looked at over a thin line. */
const MOST = 12_000;
/** What the page looks like while it is taken: without the marks, and nothing fixed, sticky or pushed aside, which a picture of the
 * whole page would show elsewhere or not at all. */
const STILL = `
  [data-l10n], [data-l10n-here] { outline: 0 !important }
  .c-texts { display: none !important }
  .c-menu, .c-save, .c-till, .c-buy__bar, .c-status, .c-undo, .c-offline, .c-order__says, aside { position: static !important }
  .c-tabs, .c-ways { flex-wrap: wrap !important; overflow: visible !important }
  .c-when-address, .c-when-station { display: block !important }
`;

type Box = { unit: string; x: number; y: number; width: number; height: number };

/** The pictures of one language. */
export class Camera {
  /** Texts that have a picture. */
  readonly taken = new Set<string>();
  /** Texts that a page had, seen or not. */
  readonly met = new Set<string>();

  private constructor(
    private readonly folder: string,
    /** An empty page, on which pictures are cut. */
    private readonly table: Page,
  ) {}

  static async open(browser: Browser, folder: string): Promise<Camera> {
    // What was taken before may stand nowhere any more.
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    return new Camera(folder, await browser.newPage());
  }

  /** Takes what is new on a page that says which texts it is made of. What is folded away is opened. */
  async take(page: Page) {
    const style = await page.addStyleTag({ content: STILL });
    await page.evaluate(() => {
      for (const folded of document.querySelectorAll("details")) folded.open = true;
    });
    const all = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>(".c-texts a[data-unit]")].map((link) => link.dataset.unit ?? ""));
    for (const unit of all) this.met.add(unit);
    const boxes = (await page.evaluate(find)).filter(({ unit }) => !this.taken.has(unit));
    const first = boxes.filter(({ unit }, at) => boxes.findIndex((box) => box.unit === unit) === at);
    if (first.length > 0) await this.cut(page, first);
    await style.evaluate((element) => (element as Element).remove());
  }

  private async cut(page: Page, first: Box[]) {
    const whole = (await page.screenshot({ fullPage: true, animations: "disabled" })).toString("base64");
    const cut = await this.table.evaluate(cutOut, { whole, boxes: first, width: WIDTH, height: HEIGHT, most: MOST });
    for (const { unit, picture } of cut) {
      await writeFile(join(this.folder, `${unit}.webp`), Buffer.from(picture, "base64"));
      this.taken.add(unit);
    }
  }

  async close() {
    await this.table.close();
  }
}

/** Where the page's texts are; the smallest element of each that is seen. */
function find(): Box[] {
  const found: Box[] = [];
  const wide = document.documentElement.clientWidth;
  for (const element of document.querySelectorAll<HTMLElement>("[data-l10n], [data-l10n-here]")) {
    // A choice of a list is seen where the list is.
    const { x, y, width, height } = (element.closest("select") ?? element).getBoundingClientRect();
    // What is only read aloud has no place, and what is pushed off the screen is not seen.
    if (width < 4 || height < 4 || x + width <= 0 || x >= wide) continue;
    const units = `${element.dataset.l10n ?? ""} ${element.dataset.l10nHere ?? ""}`.split(" ").filter(Boolean);
    for (const unit of new Set(units)) found.push({ unit, x: x + scrollX, y: y + scrollY, width, height });
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
  const all: { unit: string; picture: string }[] = [];
  for (const { unit, x, y, width, height } of of.boxes) {
    const middle = y + Math.min(height, of.height) / 2;
    const top = Math.max(0, Math.min(middle - of.height / 2, image.height - of.height));
    paint.fillStyle = "#fff";
    paint.fillRect(0, 0, of.width, of.height);
    paint.drawImage(image, 0, -top);
    paint.strokeStyle = "#d11";
    paint.lineWidth = 3;
    paint.strokeRect(x - 4, y - top - 4, width + 8, height + 8);
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
