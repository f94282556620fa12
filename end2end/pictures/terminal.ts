// What `bazar l10n` says in a terminal: of each mistake in the table of mistakes, of mistakes in whole files and folders, and of
// what translators do with their files. Everything is said by the program itself, of files with a mistake in them.

import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { program, project, seeded } from "../setup/places";
import { ADDED_LOCALES, FOLDERS, type Language } from "../setup/words";
import type { Said } from "./said";

const run = promisify(execFile);
const MISTAKES = join(project, "app/l10n/tests/l10n/mistakes");
/** What a computer calls the languages. */
const COMPUTERS: Record<Language, string> = { ug: "ug_CN.UTF-8", zh: "zh_CN.UTF-8", es: "es_ES.UTF-8" };
/** A language that is added, with mistakes in the file that says how it writes. */
const ADDED = "kk-Arab";
/** A large file, bytes. */
const LARGE = 1_100_000;

/** A folder of texts in which something is broken. */
class Desk {
  private constructor(
    readonly root: string,
    /** The folder of the language that is read. */
    readonly folder: string,
    readonly language: Language,
  ) {}

  static async open(language: Language): Promise<Desk> {
    const desk = new Desk(await mkdtemp(join(tmpdir(), "bazar-terminal-")), FOLDERS[language], language);
    await desk.clear();
    return desk;
  }

  /** All as it is in the shop. */
  async clear() {
    await rm(this.root, { recursive: true, force: true });
    await mkdir(this.root);
    await cp(join(project, "locales"), join(this.root, "locales"), { recursive: true });
  }

  at = (...path: string[]) => join(this.root, "locales", ...path);

  /** Of the language that is read. */
  own = (file: string) => this.at(this.folder, file);

  async edit(path: string, change: (text: string) => string) {
    await writeFile(path, change(await readFile(path, "utf8")));
  }

  async lines(path: string, change: (line: string) => string) {
    await this.edit(path, (text) => text.split("\n").map((line) => (line ? change(line) : line)).join("\n"));
  }

  /** Adds a language, with something else in its file. */
  async add(change: (toml: string) => string, to = ADDED) {
    await cp(join(ADDED_LOCALES, ADDED), this.at(to), { recursive: true });
    await this.edit(this.at(to, "language.toml"), change);
  }

  /** What the program says. That it found something is no failure here. */
  async say(...command: string[]): Promise<string> {
    const env = { ...process.env, LC_ALL: COMPUTERS[this.language], LANG: COMPUTERS[this.language], LANGUAGE: "" };
    const options = { cwd: this.root, env, timeout: 30_000, maxBuffer: 1 << 26 };
    type Ended = { stdout: string; stderr: string };
    const ended: Ended = await run(program, ["l10n", ...command], options).catch((error: Partial<Ended>) => ({
      stdout: error.stdout ?? "",
      stderr: error.stderr ?? "",
    }));
    return ended.stdout + ended.stderr;
  }

  check(...options: string[]) {
    return this.say("check", "--lang", this.language, "--reference", "folder", ...options);
  }

  async close() {
    await rm(this.root, { recursive: true, force: true });
  }
}

type Scene = (desk: Desk) => Promise<string | void>;

/** Every entry of a language's file, with another value. */
const otherValues = (value: string) => (toml: string) => toml.replaceAll(/^(\S+|".") = .*$/gm, `$1 = ${value}`);

/** What breaks whole files. A scene that says nothing is checked. */
const SCENES: Scene[] = [
  // Files and folders.
  ({ at }) => rm(at("en/home.ftl")),
  ({ own }) => rm(own("home.ftl")),
  async ({ own }) => {
    await rm(own("home.ftl"));
    await mkdir(own("home.ftl"));
  },
  ({ own }) => writeFile(own("home.ftl"), "# long\n".repeat(LARGE / 7)),
  ({ own }) => writeFile(own("home.ftl"), Buffer.from("504b0304140000000800", "hex")),
  (desk) => desk.edit(desk.own("home.ftl"), (text) => text.replaceAll("\n", "\r")),
  ({ own }) => cp(own("home.ftl"), own("home (1).ftl")),
  ({ own }) => rename(own("home.ftl"), own("Home.FTL")),
  ({ own }) => rename(own("home.ftl"), own("inicio.ftl")),
  async (desk) => {
    await mkdir(desk.at("fr"));
    await cp(desk.at("en/home.ftl"), desk.at("fr/home.ftl"));
    return desk.check();
  },
  async ({ own }) => {
    await rm(own("home.ftl"));
    await symlink("home.ftl", own("home.ftl"));
  },
  async ({ own }) => {
    await rm(own("home.ftl"));
    await symlink("nowhere.ftl", own("home.ftl"));
  },
  async ({ own }) => {
    for (let number = 0; number < 520; number++) await writeFile(own(`copy-${number}.ftl`), "");
  },
  // Whole files that a program or a habit has changed.
  (desk) => desk.lines(desk.own("home.ftl"), (line) => line.replace(/^(?=[a-z])/, " ")),
  (desk) => desk.lines(desk.own("home.ftl"), (line) => (/^[a-z]/.test(line) ? `"${line}"` : line)),
  (desk) => desk.lines(desk.own("home.ftl"), (line) => `${line};;`),
  (desk) => desk.lines(desk.own("home.ftl"), (line) => line.replace(/^(?=[a-z])/, "- ")),
  (desk) => desk.lines(desk.own("home.ftl"), (line) => line.replace(" = ", ": ")),
  (desk) => desk.lines(desk.own("home.ftl"), (line) => line.replace(/^home-/, "inicio-")),
  (desk) => desk.lines(desk.own("home.ftl"), (line) => line.replace(/^home-/, "home_")),
  (desk) => desk.lines(desk.own("home.ftl"), (line) => line.replace(/^(?=[a-z])/, "# ")),
  (desk) => desk.edit(desk.own("home.ftl"), (text) => text.replace(/^(home-\S+ = ).*$/gm, "$1")),
  (desk) => desk.edit(desk.own("home.ftl"), (text) => `${text}\n${text}`),
  (desk) => desk.edit(desk.own("cart.ftl"), (text) => text.slice(0, text.length / 2).replace(/\n[^\n]*$/, "\n")),
  // The program knows what they said.
  async (desk) => {
    await desk.edit(desk.own("centre.ftl"), moved);
    await desk.edit(desk.own("cart.ftl"), swapped);
    return desk.say("check", "--lang", desk.language, "--language", desk.folder);
  },
  (desk) => desk.edit(desk.own("home.ftl"), (text) => Buffer.from(text, "utf8").toString("latin1")),
  (desk) => desk.edit(desk.own("home.ftl"), (text) => text.replace(/^(home-\S+ = )/m, `$1${"x ".repeat(12_000)}`)),
  ({ own }) => writeFile(own("home.ftl"), Array.from({ length: 11_000 }, (_, at) => `home-${at} = x\n`).join("")),
  ({ own }) => writeFile(own("home.ftl"), Array.from({ length: 2_000 }, (_, at) => `home-${at} = {\n`).join("")),
  // Mistakes in one text.
  ...[
    "home-hero-title = { NUMBER($count, x) }",
    "home-hero-title = { $count ->\n    [one one\n   *[other] x\n }",
    "home-hero-title = { ٣ }",
    "home-hero-title = { -term.name }\n-term = x\n    .name = y",
    "home-hero-title = { $count\n    .attr = x }",
    "home-hero-title = { $a-b } { $a_b }",
    `home-hero-title = ${"{ home-hero-lead }".repeat(90)}\nhome-hero-lead = ${"{ home-more }".repeat(90)}\nhome-more = ${"x".repeat(900)}`,
    `home-hero-title = ${"{ $count ->\n   *[other] ".repeat(30)}x${" }".repeat(30)}`,
    'home-hero-title = { "x" ->\n    [a] x\n   *[other] y\n }',
    "home-hero-title = { FORMAT($x }",
    "home-hero-title = 巴扎 ??? 县 ????",
    "home-hero-title = å·´æ‰Ž",
  ].map((text): Scene => (desk) => desk.edit(desk.own("home.ftl"), (file) => `${file.replace(/^home-hero-title = .*$/m, "")}\n${text}\n`)),
  // The file that says how a language writes.
  (desk) => desk.add((toml) => `${toml}\ncode = = \n`),
  (desk) => desk.add((toml) => toml.replace("code = ", 'code = "kz"\ncode = ')),
  (desk) => desk.add((toml) => `colour = "red"\n${toml}`),
  (desk) => desk.add((toml) => toml.replace(/^code = .*$/m, "")),
  (desk) => desk.add((toml) => toml.replace('direction = "right-to-left"', 'direction = "upwards"')),
  (desk) => desk.add((toml) => toml.replace(/^code = .*$/m, 'code = "es"')),
  (desk) => desk.add((toml) => toml, "kk"),
  (desk) => desk.add((toml) => `${toml}\n${"# long\n".repeat(20_000)}`),
  ...["7", '""', '"x"', "[]", '["x"]', "true", '"{x}"', '{ x = "y" }', '"\\"|~#"'].map((value): Scene => (desk) => desk.add(otherValues(value))),
  (desk) => desk.add((toml) => toml.replace(/^(?!direction|listed|fallback)(\S+|".") = .*$/gm, '$1 = "x|{x}"')),
  (desk) => desk.add((toml) => toml.replace(/^(?!direction|listed|fallback)(\S+|".") = .*$/gm, '$1 = ["x"]')),
  (desk) => desk.add((toml) => toml.replace(/^\[(.*)\]$/gm, '$1 = "x"').replace(/^marks = .*$/m, "")),
  (desk) => desk.edit(desk.own("language.toml"), (toml) => toml.replace(/^decimal = .*$/m, 'decimal = "_"')),
  async (desk) => {
    for (let number = 0; number < 40; number++) {
      const letters = String.fromCharCode(97 + (number % 26)) + (number < 26 ? "q" : "w");
      await desk.add((toml) => toml.replace(/^code = .*$/m, `code = "${letters}"`).replace(/^tag = .*$/m, `tag = "${letters}"`).replace(/^names = .*$/m, `names = ["${letters}x"]`), letters);
    }
  },
  // The glossary.
  (desk) => desk.edit(desk.at("glossary.csv"), (text) => `${text}\ncart,\n`),
  ({ at }) => writeFile(at("glossary.csv"), "cart;savat;购物车;carrito\n"),
  // The English of this program and that of the folder.
  async (desk) => {
    await desk.edit(desk.at("en/home.ftl"), (text) => `${text}\nhome-new = New\nhome-newer = { $count } new\n`);
    await desk.edit(desk.at("en/cart.ftl"), (text) => text.replace(/^(cart-title = .*)$/m, "$1 { $count }"));
    await desk.edit(desk.at("en/shell.ftl"), (text) => text.replaceAll("$", "$x"));
    return desk.say("check", "--lang", desk.language);
  },
  async (desk) => {
    await desk.edit(desk.at("en/cart.ftl"), (text) => text.replace(/^# .*\$.*$/gm, "#"));
    return desk.check();
  },
  // Commands.
  (desk) => desk.check("nowhere"),
  (desk) => desk.check("locales/guide"),
  (desk) => desk.check("locales/en/home.ftl/x"),
  (desk) => desk.check("x".repeat(300)),
  (desk) => desk.check("--language", "fr"),
  (desk) => desk.say("report"),
  (desk) => desk.say("report", "--data-dir", seeded),
  (desk) => desk.say("fix", "--language", desk.folder),
  async (desk) => {
    await desk.edit(desk.own("home.ftl"), (text) => text.replace(/^(home-\S+ = \S+)/gm, "$1  \t"));
    const dry = await desk.say("fix", "--language", desk.folder);
    return dry + (await desk.say("fix", "--language", desk.folder, "--write")) + (await desk.say("fix", "--language", desk.folder));
  },
  async (desk) => {
    const made = await desk.say("pseudo", "accented", "--to", "made");
    return made + (await desk.say("pseudo", "accented", "--to", "made"));
  },
  (desk) => desk.say("take"),
  (desk) => desk.say("take", "--data-dir", seeded),
  (desk) => desk.say("forget", "home-hero-title", "--data-dir", seeded),
  ...(["xliff", "csv", "po", "tmx"] as const).map((format): Scene => (desk) => broughtBack(desk, format)),
  (desk) => wrongly(desk, "back.txt", "x"),
  (desk) => wrongly(desk, "back.csv", "x"),
  (desk) => wrongly(desk, "back.csv", 'id,english,translation\nhome-hero-title,"x\n'),
  (desk) => wrongly(desk, "back.csv", "x".repeat(60_000_000)),
  (desk) => wrongly(desk, "back.csv", Buffer.from("504b0304140000000800", "hex")),
  (desk) => wrongly(desk, "back.xlf", '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><xliff version="2.0"/>'),
  (desk) => wrongly(desk, "back.xlf", '<?xml version="1.0"?><xliff version="2.0"'),
  (desk) => wrongly(desk, "back.po", 'msgid ""\nmsgstr ""\n\nmsgid "Home"\nmsgstr "x"\n'),
  (desk) => wrongly(desk, "back.po", 'msgctxt "Home Title"\nmsgid "Home"\nmsgstr "x"\n'),
];

/** Sends texts to a program of translators, and takes back what came of them. */
async function broughtBack(desk: Desk, format: string): Promise<string> {
  const file = join(desk.root, `back.${format === "xliff" ? "xlf" : format}`);
  let said = await desk.say("export", "--language", desk.folder, "--format", format, "--to", file);
  const whole = await readFile(file, "utf8").catch(() => "");
  const own = await readFile(desk.own("cart.ftl"), "utf8");
  const title = /^cart-title = (.*)$/m.exec(own)?.[1] ?? "";
  const other = /^cart-empty\S* = ([^{\n]*)$/m.exec(own)?.[1] ?? title;
  said += await desk.say("import", file);
  for (const [from, to] of [[title, `${title} 2`], [title, "{ $nobody }"], [other, `${other} 2`], ["home-", "home-x-"], ["cart-title", "Cart Title"]]) {
    await writeFile(file, whole.replaceAll(from, to));
    said += await desk.say("import", file);
  }
  await writeFile(file, whole.replaceAll(title, `${title} 2`));
  await desk.edit(desk.at("en/cart.ftl"), (text) => text.replace(/^(cart-title = .*)$/m, "$1 3"));
  said += await desk.say("import", file);
  said += await desk.say("import", file, "--language", desk.folder === "es" ? "ug" : "es");
  said += await desk.say("import", file, "--write");
  return said;
}

async function wrongly(desk: Desk, name: string, content: string | Buffer): Promise<string> {
  const file = join(desk.root, name);
  await writeFile(file, content);
  return (await desk.say("import", file)) + (await desk.say("import", file, "--language", desk.folder));
}

/** Each text says what the one before it said. */
function moved(file: string): string {
  const lines = file.split("\n");
  const at = lines.flatMap((line, place) => (/^[a-z][\w-]* = [^{]+$/.test(line) ? [place] : []));
  const said = at.map((place) => lines[place].replace(/^\S+ = /, ""));
  for (const [count, place] of at.entries()) if (count > 0) lines[place] = lines[place].replace(/ = .*$/, ` = ${said[count - 1]}`);
  return lines.join("\n");
}

/** Two texts say what the other one said. */
function swapped(file: string): string {
  const [one, other] = [...file.matchAll(/^([a-z][\w-]*) = ([^{\n]{3,})$/gm)];
  return file.replace(one[0], `${one[1]} = ${other[2]}`).replace(other[0], `${other[1]} = ${one[2]}`);
}

/** All that is said, piece by piece. */
export async function* saidInTerminal(language: Language): AsyncGenerator<string> {
  const desk = await Desk.open(language);
  try {
    for (const mistake of (await readdir(MISTAKES, { withFileTypes: true })).filter((entry) => entry.isDirectory())) {
      for (const folder of Object.values(FOLDERS)) {
        const said = await ofMistake(desk, mistake.name, folder);
        if (said) yield said;
      }
    }
    for (const scene of SCENES) {
      await desk.clear();
      yield (await scene(desk)) ?? (await desk.check("--language", desk.folder));
    }
  } finally {
    await desk.close();
  }
}

/** What the check says of a mistake in the files of a language; nothing where the language does not have it. */
async function ofMistake(desk: Desk, mistake: string, folder: string): Promise<string | undefined> {
  const from = join(MISTAKES, mistake);
  const own = (await readdir(from)).filter((name) => name.startsWith(`${folder}.`));
  if (own.length === 0) return undefined;
  await rm(desk.at(), { recursive: true, force: true });
  await mkdir(desk.at("en"), { recursive: true });
  await cp(join(from, "en.ftl"), desk.at("en/shop.ftl"));
  if (!own.includes(`${folder}.no-folder`)) await mkdir(desk.at(folder));
  for (const [ending, name] of [["ftl", "shop.ftl"], ["copy.ftl", "shop (1).ftl"]]) {
    const file = `${folder}.${ending}`;
    if (own.includes(file)) await cp(join(from, file), desk.at(folder, name));
  }
  return desk.check("--language", folder);
}

/** Lines that are shown; what says nothing new is left out. */
const MOST_LINES = 60;

/** A terminal with what was printed in it, and the texts in it marked. Nothing where it shows none that is wanted. */
export function inTerminal(printed: string, said: Said, isWanted: (unit: string) => boolean): string | undefined {
  const shown = printed.split("\n").map((line) => lineOf(line, said));
  const first = shown.findIndex(({ units }) => units.some(isWanted));
  if (first < 0) return undefined;
  const lines: string[] = [];
  const known = new Set<string>();
  for (const [at, { html, units }] of shown.entries()) {
    const isNew = units.some((unit) => isWanted(unit) && !known.has(unit));
    for (const unit of units) known.add(unit);
    // A file with a thousand mistakes says the same a thousand times.
    if (at < MOST_LINES || isNew) lines.push(html);
  }
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; padding: 16px; background: #14181c; color: #dde3e8; min-height: 240px; font: 13px/1.6 monospace; overflow-wrap: anywhere; white-space: pre-wrap }
  </style><body>${lines.join("")}</body>`;
}

/** Where a text within a line may begin: behind the place and the level, behind a sentence that names it, in brackets. */
const BEGINNINGS = /: |：|（|\(|\s{2,}|→ |\| |、/g;
/** What stands between two texts. */
const BETWEEN = /[\s:：（(|→、]+$/;

/** A line, and the texts in it. */
function lineOf(line: string, said: Said): { html: string; units: string[] } {
  const { html, units } = marked(line, said);
  return { html: `<div dir="auto">${html || "&nbsp;"}</div>`, units };
}

function marked(part: string, said: Said): { html: string; units: string[] } {
  if (!part) return { html: "", units: [] };
  const rest = BETWEEN.exec(part)?.[0] ?? "";
  const text = part.slice(0, part.length - rest.length);
  const own = said.unitsOf(text);
  // A bracket may belong to what stands in it.
  const begins = [...text.matchAll(BEGINNINGS)].flatMap((mark) => [mark.index, mark.index + mark[0].length]);
  const from = begins.find((at) => at > 0 && said.unitsOf(text.slice(at)).length > 0);
  const parts = from === undefined ? [] : [marked(text.slice(0, from), said), marked(text.slice(from), said)];
  const inner = parts.length > 0 ? parts.map(({ html }) => html).join("") : escaped(text);
  const html = own.length > 0 ? `<span data-l10n-here="${own.join(" ")}">${inner}</span>` : inner;
  return { html: html + escaped(rest), units: [...own, ...parts.flatMap(({ units }) => units)] };
}

export const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
