// Going through pages in translator mode: all that a page leads to, and what its forms answer. A page has no scripts then, so its
// forms are sent as they stand in it.

import { png } from "../setup/files";
import type { Page } from "../setup/test";
import type { Camera } from "./camera";

/** Pages of one area, and forms. */
const MOST = 160;
const MOST_OF_A_LIST = 40;
/** What is a file and not a page. */
const FILES = /\/(print|poster|export|news|documents?|original|suggestions|picture|tables\/[^/]+\/problems)(\/|$)/;
/** What ends the walk: signing out, other devices, the mode itself, what the phone remembers, working in the name of somebody else. */
const LEAVING = /\/(sign-out|sessions|saving|forget|mode|act|passkeys?|password|centre\/support)(\/|$)/;
const WORK = /^\/[^/]+\/(account|apply|centre|desk|studio|translate)(\/|$)/;
/** How long a form may take, in milliseconds. */
const PATIENCE = 15_000;

type Sent = { at: number; button: string; isEmpty: boolean };

/** A table that a cooperative sends, with a few things wrong in it. */
const TABLE = "Handle,Title,Variant SKU,Variant Price,Variant Grams\nbadam,Badam,B-1,12.50,500\nbadam,,B-1,x,500\n,,,,\n";

/** Who goes, and what they look at. */
export class Walker {
  /** What has been sent already, by what it does. */
  private readonly sent = new Set<string>();

  constructor(
    private readonly page: Page,
    private readonly camera: Camera,
    /** Marks what the page does not mark itself. */
    private readonly mark?: (page: Page) => Promise<void>,
  ) {}

  async visit(path: string) {
    if (await this.open(path)) await this.see();
  }

  /** Looks at the page that is there. */
  async see() {
    if (this.mark) {
      await this.mark(this.page);
    } else {
      // A file, or a page without marks.
      if ((await this.page.getByTestId("texts-bar").count()) === 0) return;
      await this.page.locator("html[data-texts]").waitFor();
    }
    await this.camera.take(this.page);
  }

  /** Looks at a list and at what comes after it. */
  async readThrough(start: string) {
    let next: string | null = start;
    for (let count = 0; next && count < MOST_OF_A_LIST; count++) {
      await this.visit(next);
      const link = this.page.locator("a[rel=next]").first();
      next = (await link.count()) > 0 ? await link.getAttribute("href") : null;
    }
  }

  /** All pages that `start` leads to and that are of its area; of those that differ in a number or a name, one. Answers them. */
  async through(start: string, isOf: (path: string) => boolean): Promise<string[]> {
    const known = new Map<string, string>();
    const open = [start];
    for (let path = open.shift(); path !== undefined && known.size < MOST; path = open.shift()) {
      const kind = kindOf(path);
      if (known.has(kind) || FILES.test(path.split("?")[0])) continue;
      known.set(kind, path);
      await this.visit(path);
      const links = await this.page.locator("a[href]").evaluateAll((all) =>
        all.map((link) => link as HTMLAnchorElement).filter(({ origin }) => origin === location.origin).map(({ pathname, search }) => pathname + search),
      );
      open.push(...links.filter((link) => isOf(link.split("?")[0])));
    }
    return [...known.values()];
  }

  /** What the forms of these pages say to nothing at all, and then to something in each field. */
  async answers(pages: string[]) {
    for (const isEmpty of [true, false]) {
      for (const path of pages) await this.answersOf(path, isEmpty);
    }
  }

  private async answersOf(path: string, isEmpty: boolean) {
    if (!(await this.open(path))) return;
    for (const form of await this.page.evaluate(formsOf)) {
      const does = `${isEmpty} ${kindOf(form.action)} ${form.button}`;
      if (LEAVING.test(form.action) || this.sent.has(does) || this.sent.size >= 2 * MOST) continue;
      this.sent.add(does);
      // The page may have changed by what was sent before.
      if (!(await this.open(path))) return;
      if (!isEmpty) await this.chooseFiles(form.at);
      const left = Promise.race([this.comes("load"), this.comes("download")]);
      if (!(await this.page.evaluate(send, { at: form.at, button: form.button, isEmpty }))) continue;
      await left;
      await this.see();
    }
  }

  private async chooseFiles(at: number) {
    const fields = this.page.locator("form").nth(at).locator("input[type=file]");
    for (const field of await fields.all()) {
      const isTable = /csv/.test((await field.getAttribute("accept")) ?? "");
      await field.setInputFiles(isTable ? { name: "a.csv", mimeType: "text/csv", buffer: Buffer.from(TABLE) } : png("a.png", [200, 120, 40]));
    }
  }

  private comes(event: "load" | "download") {
    const waits = event === "load" ? this.page.waitForEvent("load", { timeout: PATIENCE }) : this.page.waitForEvent("download", { timeout: PATIENCE });
    // A form that is answered by neither is left alone.
    return waits.catch(() => undefined);
  }

  /** Whether it is a page; a file is none. */
  private async open(path: string): Promise<boolean> {
    try {
      await this.page.goto(path);
      return true;
    } catch (error) {
      if (/Download is starting|ERR_ABORTED/.test(String(error))) return false;
      throw error;
    }
  }
}

/** Whether an address is below another one. */
export const isBelow = (path: string, place: string) => path === place || path.startsWith(`${place}/`);

/** Whether an address is one of the shop's, for whoever buys. */
export const isOfShop = (path: string) => !WORK.test(path);

/** Pages that differ in nothing but which thing they are about are one kind. */
function kindOf(path: string): string {
  const [place, query = ""] = path.split("?");
  const kind = place
    .replaceAll(/\d+/g, "0")
    .replace(/\/(products|shops|stations|cooperatives|categories|parts|text|orders)\/(?!new$|0)[^/]+/, "/$1/x");
  // A list that is narrowed shows the same texts; what was just done shows others.
  const names = [...new URLSearchParams(query)].map(([name, value]) => (/^(state|work|show|kind|done|saved|view)$/.test(name) ? `${name}=${value}` : ""));
  return [kind, ...names.filter(Boolean).sort()].join("&");
}

/** The forms of the page that change something, by their buttons. */
function formsOf(): { at: number; action: string; button: string }[] {
  return [...document.forms].flatMap((form, at) => {
    if (form.method !== "post" || form.closest(".c-texts")) return [];
    // A button may stand elsewhere, and one of another form in this one.
    const buttons = [...form.elements].filter((part): part is HTMLButtonElement => part instanceof HTMLButtonElement && part.type === "submit");
    const { pathname } = new URL(form.action);
    return buttons.map((button) => ({ at, action: pathname, button: `${button.name}=${button.value}` }));
  });
}

/** Sends a form by this button; answers whether it is there. */
function send({ at, button, isEmpty }: Sent): boolean {
  const form = document.forms[at];
  const buttons = [...(form?.elements ?? [])].filter((part): part is HTMLButtonElement => part instanceof HTMLButtonElement && part.type === "submit");
  const pressed = buttons.find(({ name, value }) => `${name}=${value}` === button);
  if (!form || !pressed) return false;
  form.noValidate = true;
  if (isEmpty) {
    for (const field of form.elements) {
      if (field instanceof HTMLInputElement && field.type === "hidden") continue;
      if (field instanceof HTMLInputElement && /^(radio|checkbox)$/.test(field.type)) field.checked = false;
      else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) field.value = "";
    }
  }
  const sampleOf = (field: HTMLInputElement | HTMLTextAreaElement) => {
    if (field.type === "tel" || /phone/.test(field.name)) return "13800138001";
    if (field.type === "date") return new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    if (field.type === "number" || /numeric|decimal/.test(field.inputMode)) return "2";
    return field.type === "url" ? "https://shop.example/a" : "Badam 7";
  };
  for (const field of isEmpty ? [] : form.elements) {
    if (field instanceof HTMLSelectElement && !field.value) field.selectedIndex = field.options.length - 1;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || field.value) continue;
    if (!/^(hidden|file|radio|checkbox|submit|password)$/.test(field.type)) field.value = sampleOf(field);
  }
  pressed.disabled = false;
  form.requestSubmit(pressed);
  return true;
}
