// What the shop says, read from the same `.ftl` files: a translator may find a better word without a test failing.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { project } from "./places";

/** The shop's languages, as its addresses name them. */
export const LANGUAGES = ["ug", "zh", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The folders of their texts. */
export const FOLDERS: Record<Language, string> = { ug: "ug", zh: "zh-Hans", es: "es" };
const NATIVE: Record<Language, string> = { ug: "ئۇيغۇرچە", zh: "中文", es: "Español" };

/** The characters that keep arguments apart; they are not seen. */
const ISOLATES = "[\\u2066-\\u2069]?";

/** The texts of one language. */
export class Words {
  private readonly messages = new Map<string, string>();

  constructor(readonly language: Language) {
    this.read(join(project, "locales", FOLDERS[language]));
  }

  /** Takes over the texts of a folder. */
  protected read(folder: string) {
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".ftl"))) {
      for (const [, id, text] of readFileSync(join(folder, file), "utf8").matchAll(/^([a-z][\w-]*) = (.+)$/gm)) {
        this.messages.set(id, text.trim());
      }
    }
  }

  /** What the language calls itself. */
  get native() {
    return NATIVE[this.language];
  }

  /** A text without arguments. */
  say(id: string): string {
    const text = this.messages.get(id);
    if (text === undefined || text.includes("{")) throw new Error(`no plain text ${id} in ${this.language}`);
    return text;
  }

  /** A text with arguments, as it may stand on the page; an argument not given may be anything. */
  match(id: string, values: Record<string, string> = {}): RegExp {
    const text = this.messages.get(id);
    if (!text) throw new Error(`no text ${id} in ${this.language}`);
    const pattern = text.split(/\{ \$(\w+) \}/).map((part, place) => {
      if (place % 2 === 0) return escape(part);
      const value = values[part];
      return ISOLATES + (value === undefined ? ".+" : escape(value)) + ISOLATES;
    });
    return new RegExp(pattern.join(""));
  }
}

/** Languages that the tests add, each with the one that says what it lacks. */
export const ADDED = {
  ar: { folder: "ar", fallback: "ug" },
  kk: { folder: "kk-Arab", fallback: "ug" },
  ru: { folder: "ru", fallback: "zh" },
} as const;
/** Where their folders are. */
export const ADDED_LOCALES = join(project, "server", "testing", "languages");

/** The texts of a language that the tests add. */
export class AddedWords extends Words {
  constructor(readonly code: keyof typeof ADDED) {
    super(ADDED[code].fallback);
    this.read(join(ADDED_LOCALES, ADDED[code].folder));
    // Addresses begin with it as with those built in.
    (this as { language: string }).language = code;
  }
}

/** Spaces of any kind count as one another: numbers carry ones that do not break. */
function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s/g, "\\s");
}
