// `cargo xtask pictures`: where each text of the shop stands, as pictures for those who translate it.

import { defineConfig } from "@playwright/test";

import { chromium } from "../setup/places";

export default defineConfig({
  testDir: ".",
  testMatch: "*.pictures.ts",
  outputDir: "../results/pictures",
  reporter: [["line"]],
  workers: 1,
  // A language is walked by all who work in it, with all their forms.
  timeout: 60 * 60_000,
  globalSetup: "../setup/seed.ts",
  use: {
    viewport: { width: 360, height: 560 },
    hasTouch: true,
    colorScheme: "light",
    serviceWorkers: "block",
    timezoneId: "Asia/Shanghai",
    // A style of its own hides the marks.
    contextOptions: { bypassCSP: true },
    launchOptions: { executablePath: chromium, args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] },
  },
});
