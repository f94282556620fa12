// Which browser, how large a screen, and where results go. What each test needs of the shop is in `setup/`.

import { defineConfig } from "@playwright/test";

import { chromium } from "./setup/places";

const PHONE = { width: 360, height: 740 };

export default defineConfig({
  testDir: ".",
  outputDir: "results/runs",
  reporter: [["list"]],
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A test that starved on a shared machine is tried again and printed as flaky: a bug to find, not to hide.
  retries: process.env.CI ? 2 : 0,
  // With pictures of its texts a shop is looked at before it closes.
  timeout: process.env.BAZAR_PICTURES ? 120_000 : 60_000,
  expect: { timeout: 10_000 },
  globalSetup: "./setup/seed.ts",
  use: {
    viewport: PHONE,
    hasTouch: true,
    colorScheme: "light",
    // A worker would answer in place of a test that plays the network; `offline/` has it.
    serviceWorkers: "block",
    timezoneId: "Asia/Shanghai",
    // Writing one down takes two fifths of a story's time: of a run of everything only what is tried again has one.
    trace: process.env.CI ? "on-first-retry" : "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: chromium,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    // What only those without scripts see.
    { name: "phone", grepInvert: /@no-script/ },
    // Everything a buyer needs works without script; what scripts add is tested with them.
    { name: "no-script", use: { javaScriptEnabled: false }, grepInvert: /@script/ },
  ],
});
