// A shop whose operator keeps the texts in a folder of their own, under git.

import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { project } from "../setup/places";
import { Shop } from "../setup/server";
import { type Language, test as base } from "../setup/test";

const FOLDERS: Record<Language, string> = { ug: "ug", zh: "zh-Hans", es: "es" };
const run = promisify(execFile);

/** What the operator works on. */
export class Repository {
  private constructor(readonly root: string) {}

  static async open(): Promise<Repository> {
    const repository = new Repository(await mkdtemp(join(tmpdir(), "bazar-words-")));
    await cp(join(project, "locales"), repository.locales, { recursive: true });
    await repository.git("init", "--quiet");
    await repository.git("add", ".");
    await repository.git("commit", "--quiet", "--message", "texts");
    return repository;
  }

  get locales() {
    return join(this.root, "locales");
  }

  /** Whoever runs the tests has a name of their own, or none. */
  async git(...command: string[]): Promise<string> {
    const who = ["-c", "user.name=Operator", "-c", "user.email=operator@shop.example", "-c", "commit.gpgsign=false"];
    return (await run("git", [...who, ...command], { cwd: this.root })).stdout;
  }

  /** Takes a patch as an operator does. */
  async take(mail: string) {
    const file = join(this.root, "..", `${this.root.split("/").pop()}.patch`);
    await writeFile(file, mail);
    await this.git("am", "--quiet", file).finally(() => rm(file));
  }

  private file(language: Language, name: string) {
    return join(this.locales, FOLDERS[language], name);
  }

  async text(language: Language, name: string, id: string): Promise<string | undefined> {
    const text = await readFile(this.file(language, name), "utf8");
    return new RegExp(`^${id} = (.*)$`, "m").exec(text)?.[1];
  }

  /** Saves a text as an editor does. */
  async save(language: Language, name: string, id: string, said: string) {
    const file = this.file(language, name);
    const before = await readFile(file, "utf8");
    await writeFile(file, before.replace(new RegExp(`^${id} = .*$`, "m"), () => `${id} = ${said}`));
  }

  async close() {
    await rm(this.root, { recursive: true, force: true });
  }
}

/** Each story has a shop of its own, which reads this folder. */
export const test = base.extend<{ repository: Repository; ownShop: Shop }>({
  repository: async ({}, use) => {
    const repository = await Repository.open();
    await use(repository);
    await repository.close();
  },

  ownShop: async ({ repository }, use, info) => {
    const shop = await Shop.open(`words-${info.testId}`, { locales: repository.locales });
    await use(shop);
    await shop.close();
  },

  baseURL: ({ ownShop }, use) => use(ownShop.url),
});
