// A printed page: its picture, and where its words stand. Poppler reads it (`pdftoppm`, `pdftotext`).

import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Pixels for each inch: a label is then about as wide as a phone. */
const DENSITY = 90;
/** In which PDF counts, for each inch. */
const POINTS = 72;

export type Place = { x: number; y: number; width: number; height: number };
type Word = Place & { text: string };

/** The first page of a file. */
export async function printed(file: Buffer): Promise<{ picture: Buffer; lines: Word[][] }> {
  const folder = await mkdtemp(join(tmpdir(), "bazar-paper-"));
  try {
    const paper = join(folder, "paper.pdf");
    await writeFile(paper, file);
    await run("pdftoppm", ["-png", "-singlefile", "-r", String(DENSITY), paper, join(folder, "paper")]);
    await run("pdftotext", ["-bbox-layout", "-l", "1", paper, join(folder, "words.html")]);
    const words = await readFile(join(folder, "words.html"), "utf8");
    return { picture: await readFile(join(folder, "paper.png")), lines: words.split("<line ").slice(1).map(wordsOf) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function wordsOf(line: string): Word[] {
  const words = line.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/g);
  return [...words].map(([, left, top, right, bottom, text]) => {
    const [x, y, to, end] = [left, top, right, bottom].map((points) => (Number(points) * DENSITY) / POINTS);
    return { x, y, width: to - x, height: end - y, text };
  });
}

/** Where a text stands: the fewest words of a line that hold it. Letters may stand as they are seen, from left to right. */
export function placesOn(lines: Word[][], text: string): Place[] {
  const bare = (some: string) => some.normalize("NFKC").replaceAll(/[\s\u200E\u200F\u2066-\u2069]/g, "");
  const wanted = [bare(text), [...bare(text)].reverse().join("")];
  return lines.flatMap((words) => {
    for (let count = 1; count <= words.length; count++) {
      for (let first = 0; first + count <= words.length; first++) {
        const some = words.slice(first, first + count);
        const orders = [some, [...some].reverse()].map((order) => bare(order.map((word) => word.text).join("")));
        if (orders.some((said) => wanted.some((form) => said.includes(form)))) return [around(some)];
      }
    }
    return [];
  });
}

function around(words: Word[]): Place {
  const x = Math.min(...words.map((word) => word.x));
  const y = Math.min(...words.map((word) => word.y));
  return {
    x,
    y,
    width: Math.max(...words.map((word) => word.x + word.width)) - x,
    height: Math.max(...words.map((word) => word.y + word.height)) - y,
  };
}
