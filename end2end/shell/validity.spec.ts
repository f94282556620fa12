// Pages are valid HTML, as the Nu validator understands the standard. It needs Java.

import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import vnu from "vnu-jar";

import { atCheckout } from "../checkout/shopper";
import { expect, LANGUAGES, test, Words } from "../setup/test";
import { PUBLIC_PAGES } from "./pages";

type Message = { type: string; url: string; message: string; extract?: string };

/** What the validator has to say about documents, each with the name it is told by. */
async function judge(documents: Map<string, string>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "bazar-html-"));
  try {
    const names = [...documents.keys()];
    await Promise.all(names.map((name, place) => writeFile(join(folder, `${place}.html`), documents.get(name) ?? "")));
    const files = names.map((_, place) => join(folder, `${place}.html`));
    // It answers on standard error, and ends with 1 when it found something.
    const { stderr } = await promisify(execFile)("java", ["-jar", vnu, "--errors-only", "--format", "json", ...files], {
      maxBuffer: 1 << 26,
    }).catch((failed: { stderr: string }) => failed);
    const { messages } = JSON.parse(stderr) as { messages: Message[] };
    return messages.map(({ url, message, extract }) => {
      const place = Number(/(\d+)\.html$/.exec(url)?.[1]);
      return `${names[place]}: ${message} ${extract ?? ""}`;
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("every page is valid HTML", { tag: "@script" }, async ({ page, quiet }) => {
  test.setTimeout(180_000);
  quiet.allowed.push(/status of 422/);
  const documents = new Map<string, string>();
  for (const language of LANGUAGES) {
    for (const path of Object.values(PUBLIC_PAGES)) {
      const place = `/${language}${path}`;
      documents.set(place, await (await page.request.get(place)).text());
    }
  }
  const words = new Words("es");
  await atCheckout(page, words);
  for (const path of ["/es/cart", "/es/checkout"]) documents.set(path, await (await page.request.get(path)).text());
  expect(await judge(documents)).toEqual([]);
});
