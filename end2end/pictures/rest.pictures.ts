// What neither the walk nor the stories come by: pages for whoever has not signed in, what a shop says of broken files of its texts,
// and what stands on no page, as what a phone is sent, what is printed, and what the check says in a terminal. All of it is made by
// the program itself; here it is only shown, and taken. It comes last, and writes the list.

import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ordered } from "../orders/handed-over";
import { sendAgain } from "../setup/again";
import { project, site } from "../setup/places";
import { expect, inEachLanguage, type Page, type Words } from "../setup/test";
import { Shop } from "../setup/server";
import { ADDED_LOCALES, FOLDERS } from "../setup/words";
import { PUBLIC_PAGES } from "../shell/pages";
import { signIn } from "../studio/day";
import { Studio } from "../studio/studio";
import { Camera } from "./camera";
import { noteMet, promised, shareOf, taken, write } from "./list";
import { test } from "./own-shop";
import { placesOn, printed } from "./paper";
import { Said } from "./said";
import { markSaid } from "./seen";
import { escaped, inTerminal, saidInTerminal } from "./terminal";
import { isBelow, isOfShop, Walker } from "./walk";

/** On labels, packing slips and the poster. */
const PRINTED = ["print-to", "print-from", "print-slip", "print-lot", "print-scan"];

inEachLanguage((words, language) => {
  const folder = FOLDERS[language];

  test(`what a visitor sees has its picture in ${language}`, async ({ browser, ownShop }) => {
    const camera = await Camera.resume(browser, join(site, "l10n", folder));
    const said = new Said(folder);
    // Nobody without an account is in translator mode. Forms go out as they stand, which scripts would prevent.
    const context = await browser.newContext({ baseURL: ownShop.url, javaScriptEnabled: false, viewport: { width: 360, height: 560 }, bypassCSP: true });
    const visitor = new Walker(await context.newPage(), camera, (page) => markNear(page, said));
    const here = (place: string) => `/${language}${place}`;
    const alone = ["/account/sign-in", "/apply", "/orders", "/products/qqqq", "/orders/ABCD-EFGH-JKMN", "/search?q=badamm", "/search?q="];
    const places = [...Object.values(PUBLIC_PAGES), ...alone].map(here);
    for (const place of places) await visitor.visit(place);
    await visitor.answers([...new Set([...places, ...(await visitor.through(here(""), (path) => isBelow(path, here("")) && isOfShop(path)))])]);
    await context.close();
    noteMet(language, camera.met);
    await camera.close();
  });

  test(`what a shop says of its broken files has its picture in ${language}`, async ({ browser }, info) => {
    const camera = await Camera.resume(browser, join(site, "l10n", folder));
    const said = new Said(folder, ["translate", "check"]);
    const texts = await mkdtemp(join(tmpdir(), "bazar-broken-"));
    await cp(join(project, "locales"), texts, { recursive: true });
    const shop = await Shop.open(`pictures-broken-${info.testId}`, { locales: texts });
    const context = await browser.newContext({ baseURL: shop.url, viewport: { width: 360, height: 560 }, bypassCSP: true });
    try {
      const page = await context.newPage();
      await signIn(page, words, shop, `language.${language}/reviewer`, "translate");
      for (const damage of brokenBy(texts, folder)) {
        const before = await problemsOf(page, words);
        await damage();
        // A job looks at the files from time to time.
        await expect(async () => expect(await problemsOf(page, words)).not.toBe(before)).toPass({ timeout: 30_000 });
        await markSaid(page, said);
        await camera.take(page);
      }
    } finally {
      await context.close();
      await shop.close();
      await rm(texts, { recursive: true, force: true });
    }
    noteMet(language, camera.met);
    await camera.close();
  });

  test(`what is sent to phones has its picture in ${language}`, async ({ page, browser, ownShop }) => {
    const camera = await Camera.resume(browser, join(site, "l10n", folder));
    await signIn(page, words, ownShop, `language.${language}/reviewer`, "translate");
    const file = await readFile(join(project, "locales/en/messages.ftl"), "utf8");
    for (const [, unit] of file.matchAll(/^([a-z][\w-]*) =/gm)) {
      if (camera.taken.has(unit)) continue;
      await page.goto(`/${language}/translate/text/${unit}`);
      // The editor says it by the resolver of the shop, with examples for what is filled in.
      const preview = page.getByTestId("text-preview");
      await expect(preview).toHaveText(/\p{L}/u);
      const said = await preview.evaluate((element: HTMLElement) => ({ html: element.innerHTML, lang: element.lang, dir: element.dir }));
      await camera.develop(ownShop.url, onPhone(words, unit, said));
    }
    noteMet(language, camera.met);
    await camera.close();
  });

  test(`what is printed has its picture in ${language}`, async ({ page, browser, ownShop, someoneElse }) => {
    const camera = await Camera.resume(browser, join(site, "l10n", folder));
    const code = await ordered(page, words);
    const work = await someoneElse();
    const studio = new Studio(work, words);
    await studio.signIn(ownShop);
    await studio.takeStep(code, "accept");
    const files = [await waiting(work, words, "labels", "100x150"), await waiting(work, words, "slips", "a4"), `/${language}/studio/poster`];
    for (const file of files) {
      const answer = await work.request.get(file);
      expect(answer.headers()["content-type"]).toBe("application/pdf");
      const { picture, lines } = await printed(await answer.body());
      const boxes = PRINTED.flatMap((unit) => placesOn(lines, words.say(unit)).map((place) => ({ unit, ...place })));
      const fresh = boxes.filter(({ unit }, at) => !camera.taken.has(unit) && boxes.findIndex((box) => box.unit === unit) === at);
      await camera.cut(picture, fresh);
    }
    await camera.close();
    for (const unit of PRINTED) expect([...camera.taken]).toContain(unit);
  });

  test(`what the check says has its picture in ${language}`, async ({ browser, ownShop }) => {
    const camera = await Camera.resume(browser, join(site, "l10n", folder));
    const said = new Said(folder, ["check"]);
    for await (const printed of saidInTerminal(language)) {
      const terminal = inTerminal(printed, said, (unit) => !camera.taken.has(unit));
      if (terminal) await camera.develop(ownShop.url, terminal);
    }
    noteMet(language, camera.met);
    await camera.close();
  });
});

// The last of them: the others have taken what there is.
test("no fewer texts have a picture than before", () => {
  const lines = taken(FOLDERS);
  const bare = lines.filter(({ languages, reason }) => languages.length === 0 && !reason);
  console.log(`${shareOf(lines)} % of all texts have a picture; ${bare.length} have none for no known reason`);
  expect(shareOf(lines), `without a picture: ${bare.map(({ unit }) => unit).join(", ")}`).toBeGreaterThanOrEqual(promised());
  write(lines);
});

/** Pages that say themselves what they are made of are read by the walk; of this one the texts are known by what they say. */
async function markNear(page: Page, said: Said) {
  const files = new Set(new URL(page.url()).pathname.split("/").slice(2));
  await markSaid(page, said, files);
}

/** What somebody does to a folder of texts while the shop runs, step by step. */
function brokenBy(texts: string, folder: string): (() => Promise<void>)[] {
  const own = (file: string) => join(texts, folder, file);
  const edit = async (path: string, change: (text: string) => string) => writeFile(path, change(await readFile(path, "utf8")));
  const without = (count: number) => (text: string) => {
    const lines = text.split("\n");
    const first = lines.findIndex((line) => /^[a-z][\w-]* = [^{]+$/.test(line));
    return [...lines.slice(0, first), ...lines.slice(first + count)].join("\n");
  };
  return [
    () => edit(own("cart.ftl"), without(1)),
    () => edit(own("catalog.ftl"), without(3)),
    () => rm(own("home.ftl")),
    () => edit(own("shell.ftl"), (text) => text.replace(/ = /, " = { ")),
    () => edit(join(texts, "en/cart.ftl"), (text) => text.replace(/^(cart-title = .*)$/m, "$1 2")),
    () => rm(join(texts, "glossary.csv")),
    () => cp(join(ADDED_LOCALES, "kk-Arab"), join(texts, "kk-Arab"), { recursive: true }),
    () => rm(own("language.toml")),
    () => rm(join(texts, folder), { recursive: true }),
  ];
}

/** What the page of problems says now. */
async function problemsOf(page: Page, { language }: Words): Promise<string> {
  await page.goto(`/${language}/translate/problems`);
  return page.locator("main").innerText();
}

/** A file of all orders that wait, as its page leads to it. */
async function waiting(work: Page, { language }: Words, what: string, paper: string): Promise<string> {
  await work.goto(`/${language}/studio`);
  await sendAgain(work, `/${language}/studio/print`, [["what", what], ["paper", paper], ["all", "waiting"]]);
  await expect(work.getByTestId("print-job")).toHaveAttribute("data-state", "ready", { timeout: 20_000 });
  return (await work.getByTestId("open-file").getAttribute("href")) ?? "";
}

/** A message as it lies on the phone of whoever gets it. */
function onPhone(words: Words, unit: string, { html, lang, dir }: { html: string; lang: string; dir: string }): string {
  return `<!doctype html><html lang="${lang}" dir="${dir}"><meta charset="utf-8"><style>
    body { margin: 0; padding: 56px 16px; background: #e9edf1; font: 16px/1.5 sans-serif; min-height: 160px }
    b { display: block; text-align: center; font-size: 14px; color: #567; margin-bottom: 12px }
    p { margin: 0; padding: 10px 14px; max-width: 270px; width: fit-content; border-radius: 16px; background: #fff; color: #123 }
  </style><b>${escaped(words.say("site-name"))}</b><p data-l10n-here="${unit}">${html}</p></html>`;
}
