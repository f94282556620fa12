// Texts that a page does not mark itself, found by what they say: the translators' own pages, which are never in translator mode,
// and the messages to phones that wait on the Centre's page.

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { project } from "../setup/places";
import type { Page } from "../setup/test";

/** So many letters of its own a text must have to be known by them where something is filled in; a Chinese one says as much as two. */
const ENOUGH = 6;
const lettersOf = (text: string) => text.trim().replaceAll(/\p{Script=Han}/gu, "xx").length;

/** A text: what it says, or what it looks like when it is filled in. */
type Said = { unit: string; text: string } | { unit: string; pattern: string };

/** The texts of these files in one language that take a line each. A text in several forms is known by none of them. */
export function saidIn(folder: string, files: string[]): Said[] {
  return files.flatMap((file) => {
    const written = readFileSync(join(project, "locales", folder, `${file}.ftl`), "utf8");
    return [...written.matchAll(/^([a-z][\w-]*) = (.+)$/gm)].flatMap(([, unit, source]) => saidBy(unit, source.trim()));
  });
}

function saidBy(unit: string, source: string): Said[] {
  if (!source.includes("{")) return [{ unit, text: source }];
  const parts = source.split(/\{ \$\w+ \}/);
  if (parts.some((part) => part.includes("{")) || lettersOf(parts.join("")) < ENOUGH) return [];
  return [{ unit, pattern: `^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".+")}$` }];
}

/** Marks them on the page, as translator mode marks its texts. */
export async function markSaid(page: Page, said: Said[]) {
  await page.evaluate((all) => {
    const plain = (text: string) => text.replaceAll(/[\u200E\u200F\u2066-\u2069]/g, "").trim();
    const texts = new Map<string, string[]>();
    const patterns: [RegExp, string][] = [];
    for (const one of all) {
      if ("text" in one) texts.set(plain(one.text), [...(texts.get(plain(one.text)) ?? []), one.unit]);
      else patterns.push([new RegExp(one.pattern, "s"), one.unit]);
    }
    for (const element of document.querySelectorAll("main *, header *")) {
      // The innermost element that says it; what keeps numbers and names apart is part of the sentence.
      if (element.matches("script, style, textarea") || [...element.children].some((child) => !child.matches("bdi, time, span, strong, br"))) continue;
      const words = plain(element.textContent ?? "");
      const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ nodeValue }) => plain(nodeValue ?? ""));
      const read = ["placeholder", "alt"].map((name) => plain(element.getAttribute(name) ?? ""));
      const units = [words, ...own, ...read].filter(Boolean).flatMap((text) => texts.get(text) ?? []);
      if (units.length === 0) units.push(...patterns.filter(([pattern]) => pattern.test(words)).map(([, unit]) => unit));
      if (units.length > 0) element.setAttribute("data-l10n-here", [...new Set(units)].join(" "));
    }
  }, said);
}
