// `cargo xtask vitals`: the figures of the shop on a slow phone. Nothing else may run beside it.

import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  testMatch: "*.vitals.ts",
  outputDir: "../results/vitals",
  reporter: [["line"]],
  workers: 1,
  timeout: 45 * 60_000,
  globalSetup: "../setup/seed.ts",
});
