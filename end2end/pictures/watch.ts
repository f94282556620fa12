// Looks over the shoulder of every story: whatever a page says while people do what they do, an error, a refusal, a note without a
// network, is kept as the page looks at that moment, and its texts get their pictures when the story is over. The story notices
// nothing: pages are read and never touched, and what is taken is a copy, on a page of its own. Loaded by `BAZAR_PICTURES` only,
// which names languages: `ug,zh,es`.

import { existsSync } from "node:fs";
import { join } from "node:path";

import type { Browser, BrowserContext, Page } from "@playwright/test";

import { site } from "../setup/places";
import { type Account, Shop } from "../setup/server";
import { FOLDERS, type Language, LANGUAGES, Words } from "../setup/words";
import { Camera } from "./camera";
import { noteMet } from "./list";
import { Said } from "./said";
import { install } from "./seen";

/** Pages of a list that is read to its end. */
const MOST_PAGES = 12;

declare global {
  interface Window {
    /** Which texts these are, where there is no picture of them yet. */
    textsSaid: (path: string, texts: string[]) => Promise<Record<string, string>>;
    /** Keeps the page as it looks. */
    textsKept: (kept: Kept) => Promise<void>;
    /** Looks now. */
    textsLook: () => Promise<void>;
  }
}

/** A page at a moment, and the texts for which it was kept. */
type Kept = { path: string; origin: string; units: string[]; html: string };

/** What is known of a language by one worker. */
class Album {
  readonly said: Said;
  readonly folder: string;
  /** Texts whose page waits to be taken. */
  readonly waiting = new Set<string>();
  /** Files that are spoken of on a page, by its path. */
  private readonly files = new Map<string, Set<string>>();

  constructor(readonly language: Language) {
    this.said = new Said(FOLDERS[language]);
    this.folder = join(site, "l10n", FOLDERS[language]);
  }

  /** The texts that these are, where they lack a picture. Which is meant where several say the same is told by what else the page
   * says. */
  lacking(path: string, texts: string[]): Record<string, string> {
    const files = this.files.get(path) ?? new Set(path.split("/").slice(2));
    for (const file of this.said.filesOf(texts)) files.add(file);
    this.files.set(path, files);
    const units = texts.map((text): [string, string | undefined] => [text, this.said.unitOf(text, files)]);
    return Object.fromEntries(units.filter((found): found is [string, string] => found[1] !== undefined && this.lacks(found[1])));
  }

  private lacks(unit: string) {
    return !this.waiting.has(unit) && !existsSync(join(this.folder, `${unit}.webp`));
  }
}

/** What one worker sees. */
export class Watch {
  private readonly albums = new Map<Language, Album>();
  private readonly cameras = new Map<Language, Camera>();
  private kept: (Kept & { album: Album })[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly wanted: Language[],
  ) {}

  /** With what the Centre sees of a shop before it closes: everything that was done in it stands in the log, and what was said to
   * people in the outbox. */
  static open(browser: Browser, languages: string): Watch {
    const watch = new Watch(browser, LANGUAGES.filter((language) => languages.split(",").includes(language)));
    Shop.beforeClosing = (shop) => watch.atTheCentre(shop).catch(() => undefined);
    return watch;
  }

  /** Sees the pages of somebody from now on. */
  async on(context: BrowserContext) {
    await context.exposeBinding("textsSaid", (_, path: string, texts: string[]) => this.album(path)?.lacking(path, texts) ?? {});
    await context.exposeBinding("textsKept", (_, kept: Kept) => {
      const album = this.album(kept.path);
      const units = kept.units.filter((unit) => !album?.waiting.has(unit));
      if (!album || units.length === 0) return;
      for (const unit of units) album.waiting.add(unit);
      this.kept.push({ ...kept, units, album });
    });
    await context.addInitScript(install);
    await context.addInitScript(look);
  }

  private album(path: string): Album | undefined {
    const language = this.wanted.find((language) => path.split("/")[1] === language);
    if (!language) return undefined;
    const album = this.albums.get(language) ?? new Album(language);
    this.albums.set(language, album);
    return album;
  }

  /** Takes what was kept. */
  async develop() {
    const kept = this.kept;
    this.kept = [];
    for (const { album, origin, html, units } of kept) {
      noteMet(album.language, new Set(units));
      const camera = this.cameras.get(album.language) ?? (await Camera.resume(this.browser, album.folder));
      this.cameras.set(album.language, camera);
      // A picture that fails is taken another time.
      await camera.develop(origin, html).catch(() => undefined);
      for (const unit of units) album.waiting.delete(unit);
    }
  }

  async close() {
    for (const camera of this.cameras.values()) await camera.close().catch(() => undefined);
  }

  private async atTheCentre(shop: Shop) {
    const account = await shop.account("centre");
    const context = await this.browser.newContext({ baseURL: shop.url, viewport: { width: 360, height: 740 }, serviceWorkers: "block" });
    await this.on(context);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    for (const [at, language] of this.wanted.entries()) {
      if (at === 0) await enter(page, language, account);
      for (const place of ["audit", "outbox", "outbox?state=waiting", "outbox?state=suppressed"]) await readThrough(page, `/${language}/centre/${place}`);
    }
    await context.close();
    await this.develop();
  }
}

async function enter(page: Page, language: Language, { phone, password }: Account) {
  const words = new Words(language);
  await page.goto(`/${language}/account/sign-in`);
  await page.getByLabel(words.say("account-phone"), { exact: true }).fill(phone);
  await page.getByLabel(words.say("account-password"), { exact: true }).fill(password);
  const left = page.waitForURL((url) => !url.pathname.endsWith("sign-in"));
  await page.getByRole("button", { name: words.say("account-sign-in"), exact: true }).click();
  await left;
}

/** A list and what comes after it. */
async function readThrough(page: Page, place: string) {
  let next: string | null = place;
  for (let count = 0; next && count < MOST_PAGES; count++) {
    await page.goto(next);
    await page.evaluate(() => window.textsLook());
    const link = page.locator("a[rel=next]").first();
    next = (await link.count()) > 0 ? await link.getAttribute("href") : null;
  }
}

/** Runs in the page: reads what is new on it, a moment after it changed. */
function look() {
  if (window !== window.top) return;
  /** Milliseconds: what stands there for a shorter time is read by nobody. */
  const MOMENT = 80;
  const read = new Set<string>();
  let path = "";
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function now() {
    clearTimeout(timer);
    timer = undefined;
    try {
      const { pathname, origin } = location;
      if (pathname !== path) read.clear();
      path = pathname;
      const said = window.textsSeen.all();
      const fresh = [...new Set([...said.values()].flat())].filter((text) => !read.has(text));
      if (fresh.length === 0) return;
      for (const text of fresh) read.add(text);
      const lacking = await window.textsSaid(pathname, fresh);
      const marks = new Map<Element, string[]>();
      for (const [element, texts] of said) {
        const units = [...new Set(texts.flatMap((text) => lacking[text] ?? []))];
        if (units.length > 0 && element.isConnected) marks.set(element, units);
      }
      if (marks.size === 0 || location.pathname !== pathname) return;
      const units = [...new Set([...marks.values()].flat())];
      await window.textsKept({ path: pathname, origin, units, html: window.textsSeen.still(marks) });
    } catch {
      // A page that is on its way out says nothing more.
    }
  }

  const soon = () => (timer ??= setTimeout(now, MOMENT));
  const begin = () => {
    new MutationObserver(soon).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    soon();
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin, { once: true });
  else begin();
  window.textsLook = now;
}
