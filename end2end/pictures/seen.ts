// What a page says, read off the page itself, and the page as it looks at that moment. Runs in the page: each function stands alone.

import type { Page } from "../setup/test";
import type { Said } from "./said";

declare global {
  interface Window {
    textsSeen: {
      /** The elements that are there for somebody, and all that each of them says itself. */
      all: () => Map<Element, string[]>;
      /** The page as it stands, without its scripts, with these elements marked. */
      still: (marks: Map<Element, string[]>) => string;
    };
  }
}

/** Puts `textsSeen` into a page. It reads, and changes nothing. */
export function install() {
  /** What belongs to a sentence that it stands in. */
  const WITHIN = "bdi, time, span, strong, em, b, i, br, code, mark, small, data";
  const SILENT = "script, style, noscript, template, textarea, svg, svg *";
  /** Attributes that are read out, or shown by a style. */
  const READ = ["placeholder", "alt", "aria-label", "title", "aria-description", "data-label"];

  const isThere = (element: Element) => (element.closest("select") ?? element).checkVisibility({ visibilityProperty: true });

  /** Sentences end where something else than a word stands between. */
  function sentences(element: Element): string[] {
    const said: string[] = [];
    let now = "";
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) now += node.nodeValue ?? "";
      else if (node instanceof Element && node.matches(WITHIN)) now += node.textContent ?? "";
      else if (node instanceof Element) {
        said.push(now);
        now = "";
      }
    }
    return [...said, now];
  }

  function textsOf(element: Element): string[] {
    const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ nodeValue }) => nodeValue ?? "");
    // What one element within it says alone is said there.
    const isOne = [...element.children].some((child) => child.textContent?.trim() === element.textContent?.trim());
    const isSentence = [...element.children].every((child) => child.matches(`a, ${WITHIN}`));
    const whole = isSentence && !isOne ? [element.textContent ?? ""] : [];
    const read = READ.map((name) => element.getAttribute(name) ?? "");
    const pressed = element.matches("input[type=submit], input[type=button]") ? [(element as HTMLInputElement).value] : [];
    const all = own.some((text) => text.trim()) ? [...own, ...sentences(element)] : [];
    return [...new Set([...whole, ...all, ...read, ...pressed].map((text) => text.trim()).filter(Boolean))];
  }

  function all() {
    const said = new Map<Element, string[]>();
    for (const element of document.body?.querySelectorAll("*") ?? []) {
      if (element.matches(SILENT)) continue;
      const texts = textsOf(element);
      if (texts.length > 0 && isThere(element)) said.set(element, texts);
    }
    return said;
  }

  function still(marks: Map<Element, string[]>): string {
    // In a document that shows nothing, copies load nothing and wake nothing up.
    const page = document.implementation.createHTMLDocument("").importNode(document.documentElement, true);
    const copies = [page, ...page.querySelectorAll("*")];
    const gone: Element[] = [];
    for (const [at, element] of [document.documentElement, ...document.documentElement.querySelectorAll("*")].entries()) {
      const copy = copies[at];
      if (element.matches("script, noscript, iframe, template, meta[http-equiv], link:not([rel=stylesheet])")) gone.push(copy);
      const units = marks.get(element);
      if (units) copy.setAttribute("data-l10n-here", units.join(" "));
      // What was typed and chosen is no part of the markup.
      if (element instanceof HTMLInputElement) {
        if (!/^(file|password)$/.test(element.type)) copy.setAttribute("value", element.value);
        copy.toggleAttribute("checked", element.checked);
      }
      if (element instanceof HTMLTextAreaElement) copy.textContent = element.value;
      if (element instanceof HTMLOptionElement) copy.toggleAttribute("selected", element.selected);
      if (element.matches(":popover-open")) copy.removeAttribute("popover");
      copy.removeAttribute("autofocus");
    }
    for (const element of gone) element.remove();
    return `<!doctype html>${page.outerHTML}`;
  }

  window.textsSeen = { all, still };
}

/** Marks these texts on the page, as translator mode marks its own: all that say the same, or, where several do, the one of the files
 * that are near and of those of which the page shows other texts. */
export async function markSaid(page: Page, said: Said, near?: Set<string>) {
  await page.evaluate(install);
  const texts = await page.evaluate(() => [...new Set([...window.textsSeen.all().values()].flat())]);
  const files = near && new Set([...near, ...said.filesOf(texts)]);
  const unitsOf = (text: string) => (files ? [said.unitOf(text, files)].filter((unit) => unit !== undefined) : said.unitsOf(text));
  const units = Object.fromEntries(texts.map((text) => [text, unitsOf(text)]));
  await page.evaluate((of) => {
    for (const [element, all] of window.textsSeen.all()) {
      const known = [...new Set(all.flatMap((text) => of[text] ?? []))];
      if (known.length > 0) element.setAttribute("data-l10n-here", known.join(" "));
    }
  }, units);
}
