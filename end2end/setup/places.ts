// Where things are: the project, the built shop, the browser.

import { join, resolve } from "node:path";

const target = process.env.CARGO_TARGET_DIR ?? join(resolve(import.meta.dirname, "../.."), "target");

/** The project's folder. */
export const project = resolve(import.meta.dirname, "../..");

/** The shop's program, as it is shipped. */
export const program = process.env.BAZAR_BIN ?? join(target, "release/bazar");

/** The built styles, scripts and WASM. */
export const site = process.env.BAZAR_SITE_DIR ?? join(target, "site");

/** The distribution's browser: none is downloaded. */
export const chromium = process.env.BAZAR_CHROMIUM ?? "/usr/bin/chromium";

/** What a run leaves behind. */
export const results = join(project, "end2end/results");

/** The data folder every server of a run starts from; filled once by `seed.ts`. */
export const seeded = join(results, "seeded");
