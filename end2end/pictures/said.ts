// Texts that a page does not mark itself, found by what they say: those of pages as people see them, of the translators' own pages,
// which are never in translator mode, and of messages to phones that wait on the Centre's page.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { type Expression, Message, parse, type Pattern, Term } from "@fluent/syntax";

import { project } from "../setup/places";

/** So many letters of its own a text must have to be known by them where something is filled in; a Chinese one says as much as two. */
const ENOUGH = 6;
/** Forms of a text that are looked for: several choices in one text make many. */
const MOST_FORMS = 40;
/** How deep texts may stand within texts. */
const DEEPEST = 5;

/** What a text says in one of its forms, piece by piece; nothing where something is filled in. */
type Form = (string | undefined)[];
type Known = { unit: string; file: string };
type Looks = Known & { like: RegExp; letters: number };
type Candidates = { known: Known[]; isSure: boolean };

/** What nobody sees, and spaces that count as one another. */
export const plain = (text: string) => text.replaceAll(/[\u200E\u200F\u2066-\u2069]/g, "").replaceAll(/\s+/g, " ").trim();

const lettersOf = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, "").replaceAll(/\p{Script=Han}/gu, "xx").length;

/** The texts of one language, by what they say. */
export class Said {
  private readonly whole = new Map<string, Known[]>();
  private readonly filledIn: Looks[] = [];
  private readonly found = new Map<string, Candidates>();

  /** Those of these files, or of all. */
  constructor(folder: string, files?: string[]) {
    const place = join(project, "locales", folder);
    const patterns = new Map<string, Pattern>();
    const entries: (Known & { patterns: Pattern[] })[] = [];
    for (const name of readdirSync(place).filter((name) => name.endsWith(".ftl"))) {
      const file = name.replace(/\.ftl$/, "");
      for (const entry of parse(readFileSync(join(place, name), "utf8"), { withSpans: false }).body) {
        if (!(entry instanceof Message || entry instanceof Term)) continue;
        if (entry.value) patterns.set(`${entry instanceof Term ? "-" : ""}${entry.id.name}`, entry.value);
        if (entry instanceof Term || (files && !files.includes(file))) continue;
        const all = [entry.value, ...entry.attributes.map(({ value }) => value)].filter((value) => value !== null);
        entries.push({ unit: entry.id.name, file, patterns: all });
      }
    }
    for (const { unit, file, patterns: all } of entries) {
      for (const form of all.flatMap((pattern) => formsOf(pattern, patterns, 0))) this.add({ unit, file }, form);
    }
  }

  private add(known: Known, form: Form) {
    const own = plain(form.filter((part) => part !== undefined).join(""));
    if (!form.includes(undefined)) {
      // A mark alone says nothing of where it stands.
      if (lettersOf(own) === 0) return;
      const same = this.whole.get(own) ?? [];
      if (!same.some(({ unit }) => unit === known.unit)) this.whole.set(own, [...same, known]);
      return;
    }
    const letters = lettersOf(own);
    if (letters === 0) return;
    const parts = form.map((part) => (part === undefined ? ".+" : escape(part)));
    this.filledIn.push({ ...known, letters, like: new RegExp(`^${parts.join("").trim()}$`, "s") });
  }

  /** The files of which a place shows a text that no other file has. */
  filesOf(texts: string[]): Set<string> {
    const sure = texts.map((text) => this.candidates(plain(text))).filter(({ known, isSure }) => isSure && known.length === 1);
    return new Set(sure.map(({ known }) => known[0].file));
  }

  /** The text that says this. Where several do, or where it is nearly all filled in, the one of the files that are near; nothing
   * where that leaves more than one. */
  unitOf(text: string, near: Set<string>): string | undefined {
    const { known, isSure } = this.candidates(plain(text));
    const meant = isSure && known.length === 1 ? known : known.filter(({ file }) => near.has(file));
    return meant.length === 1 ? meant[0].unit : undefined;
  }

  /** All texts that say this, as far as they are known by it. */
  unitsOf(text: string): string[] {
    const { known, isSure } = this.candidates(plain(text));
    return isSure ? known.map(({ unit }) => unit) : [];
  }

  private candidates(text: string): Candidates {
    const before = this.found.get(text);
    if (before) return before;
    const found = this.search(text);
    this.found.set(text, found);
    return found;
  }

  private search(text: string): Candidates {
    const whole = this.whole.get(text);
    if (whole) return { known: whole, isSure: true };
    const like = this.filledIn.filter((looks) => looks.like.test(text));
    const most = Math.max(0, ...like.map(({ letters }) => letters));
    // What says most of its own is meant: «Order X» looks like «Order X: paid» without its end.
    const known = like.filter(({ letters }) => letters === most);
    const units = known.filter(({ unit }, at) => known.findIndex((other) => other.unit === unit) === at);
    return { known: units, isSure: most >= ENOUGH };
  }
}

/** Everything a pattern may say. */
function formsOf(pattern: Pattern, others: Map<string, Pattern>, depth: number): Form[] {
  return pattern.elements.reduce<Form[]>(
    (forms, element) => {
      const ways = element.type === "TextElement" ? [[element.value]] : waysOf(element.expression, others, depth);
      return forms.flatMap((form) => ways.map((way) => [...form, ...way])).slice(0, MOST_FORMS);
    },
    [[]],
  );
}

function waysOf(expression: Expression, others: Map<string, Pattern>, depth: number): Form[] {
  switch (expression.type) {
    case "StringLiteral":
      return [[expression.parse().value]];
    case "SelectExpression":
      return expression.variants.flatMap(({ value }) => formsOf(value, others, depth));
    case "Placeable":
      return waysOf(expression.expression, others, depth);
    case "MessageReference":
    case "TermReference": {
      const name = `${expression.type === "TermReference" ? "-" : ""}${expression.id.name}`;
      const pattern = expression.attribute || depth >= DEEPEST ? undefined : others.get(name);
      return pattern ? formsOf(pattern, others, depth + 1) : [[undefined]];
    }
    default:
      return [[undefined]];
  }
}

const escape = (text: string) => text.replaceAll(/[\u200E\u200F\u2066-\u2069]/g, "").replaceAll(/\s+/g, " ").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
