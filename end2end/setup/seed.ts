// Before the tests: the demo district, loaded once. Every server then works on a copy of its own.

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { promisify } from "node:util";

import { program, project, seeded, site } from "./places";

export default async function seed() {
  for (const [what, path, variable] of [["program", program, "BAZAR_BIN"], ["site", site, "BAZAR_SITE_DIR"]]) {
    if (!existsSync(path)) {
      throw new Error(`the shop's ${what} is not at ${path}: run \`cargo xtask build\`, or set ${variable}`);
    }
  }
  await rm(seeded, { recursive: true, force: true });
  await promisify(execFile)(program, ["seed", "--demo", "--data-dir", seeded], { cwd: project });
}
