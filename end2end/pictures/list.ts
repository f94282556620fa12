// Which texts have a picture, and why the others have none: `list.tsv`, which lies beside the tests, is written by
// `cargo xtask pictures` and read by `cargo xtask lint`.

import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { project, results, site } from "../setup/places";

const LIST = join(import.meta.dirname, "list.tsv");

/** By the file of a text and its name, `log/log-order-placed`: why there is no place to take a picture of. The first that fits counts. */
const WITHOUT: [RegExp, string][] = [
  [/^check\/check-cause-/, "said when a disk, a network or the system fails, which no test brings about"],
];
/** A page has it, and it takes no place there. */
const UNSEEN = "on a page but not seen there: in the window's title, or kept for a script to show";

type Line = { unit: string; languages: string[]; reason: string };

/** Notes which texts the pages of a language had. Several workers note what they see. */
export function noteMet(language: string, units: Set<string>) {
  mkdirSync(results, { recursive: true });
  appendFileSync(metIn(language), [...units].map((unit) => `${unit}\n`).join(""));
}

/** Begins anew. */
export function forgetMet(language: string) {
  rmSync(metIn(language), { force: true });
}

const metIn = (language: string) => join(results, `pictures-met-${language}.txt`);

/** All texts, in the order of the English files. */
export function taken(folders: Record<string, string>): Line[] {
  const met = new Set(Object.keys(folders).flatMap((language) => {
    const noted = metIn(language);
    return existsSync(noted) ? readFileSync(noted, "utf8").split("\n") : [];
  }));
  const pictures = Object.entries(folders).map(([language, folder]) => {
    const place = join(site, "l10n", folder);
    return { language, units: new Set(existsSync(place) ? readdirSync(place).map((name) => name.replace(/\.webp$/, "")) : []) };
  });
  return english().map(({ file, unit }) => {
    const languages = pictures.filter(({ units }) => units.has(unit)).map(({ language }) => language);
    const why = met.has(unit) ? UNSEEN : WITHOUT.find(([of]) => of.test(`${file}/${unit}`))?.[1];
    return { unit, languages, reason: languages.length > 0 ? "" : (why ?? "") };
  });
}

function english(): { file: string; unit: string }[] {
  const folder = join(project, "locales", "en");
  const files = readdirSync(folder).filter((name) => name.endsWith(".ftl")).sort();
  return files.flatMap((name) => {
    const written = readFileSync(join(folder, name), "utf8");
    return [...written.matchAll(/^([a-z][\w-]*) =/gm)].map(([, unit]) => ({ file: name.replace(/\.ftl$/, ""), unit }));
  });
}

/** How many in a hundred of all texts have a picture. A reason why one has none is no excuse: the share says how much is seen. */
export function shareOf(lines: Line[]): number {
  return Math.floor((100 * lines.filter(({ languages }) => languages.length > 0).length) / Math.max(1, lines.length));
}

/** The share that the list promises. */
export function promised(): number {
  const written = existsSync(LIST) ? readFileSync(LIST, "utf8") : "";
  return Number(/^# share\t(\d+)$/m.exec(written)?.[1] ?? 0);
}

export function write(lines: Line[]) {
  const rows = lines.map(({ unit, languages, reason }) => [unit, languages.join(" ") || "-", reason].join("\t").trimEnd());
  writeFileSync(LIST, [HEAD, `# share\t${shareOf(lines)}`, ...rows, ""].join("\n"));
}

const HEAD = `# Texts of the shop, the languages in which there is a picture of them where they stand, and why there is none otherwise.
# Written by \`cargo xtask pictures\`. The share is that of all texts, in percent; the lint keeps it.`;
