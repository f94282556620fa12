// The Uyghur font costs only those who read Uyghur.

import { expect, LANGUAGES, test } from "../setup/test";
import { PUBLIC_PAGES } from "./pages";

const MOST_BYTES = 15_000;

for (const language of LANGUAGES) {
  test(`fonts of the ${language} pages`, { tag: "@script" }, async ({ page }) => {
    const fonts = new Map<string, number>();
    page.on("response", (response) => {
      if (response.url().endsWith(".woff2")) fonts.set(response.url(), Number(response.headers()["content-length"]));
    });
    for (const path of Object.values(PUBLIC_PAGES)) {
      await page.goto(`/${language}${path}`);
      await page.evaluate(() => document.fonts.ready);
    }
    if (language === "ug") {
      expect(fonts.size).toBeGreaterThan(0);
      expect([...fonts.values()].reduce((all, bytes) => all + bytes, 0)).toBeLessThanOrEqual(MOST_BYTES);
      expect(await page.evaluate(() => [...document.fonts].some((font) => font.status === "loaded"))).toBe(true);
    } else {
      expect([...fonts.keys()]).toEqual([]);
    }
  });
}
