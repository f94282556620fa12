// Takes a page once, and cuts a picture for each text out of it: the text in an outline, and what stands around it.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { Browser, Page } from "@playwright/test";

/** Pixels. */
const WIDTH = 360;
const HEIGHT = 240;
/** The largest picture, bytes: a list of them is looked at over a thin line. */
const MOST = 12_000;

type Box = { unit: string; x: number; y: number; width: number; height: number };

/** The pictures of one language. */
export class Camera {
  /** Texts that have a picture. */
  readonly taken = new Set<string>();

  private constructor(
    private readonly folder: string,
    /** An empty page, on which pictures are cut. */
    private readonly table: Page,
  ) {}

  static async open(browser: Browser, folder: string): Promise<Camera> {
    await mkdir(folder, { recursive: true });
    return new Camera(folder, await browser.newPage());
  }

  /** Takes what is new on a page in translator mode. */
  async take(page: Page) {
    const boxes = (await page.evaluate(find)).filter(({ unit }) => !this.taken.has(unit));
    const first = boxes.filter(({ unit }, at) => boxes.findIndex((box) => box.unit === unit) === at);
    if (first.length === 0) return;
    await page.addStyleTag({
      content: "[data-l10n], [data-l10n-here] { outline: 0 !important } .c-texts { display: none !important }",
    });
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
  for (const element of document.querySelectorAll<HTMLElement>("[data-l10n], [data-l10n-here]")) {
    const { x, y, width, height } = element.getBoundingClientRect();
    // What is only read aloud has no place.
    if (width < 4 || height < 4) continue;
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
