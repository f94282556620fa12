// `bazar l10n serve`: somebody works on the shop's texts with a page open beside the file.

import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { project } from "../setup/places";
import { Shop } from "../setup/server";
import { expect, inEachLanguage, type Page, test as base, type Words } from "../setup/test";

const FOLDERS = { ug: "ug", zh: "zh-Hans", es: "es" };

/** A shop on its own copy of the texts. */
const test = base.extend<{ folder: string; texts: Shop }>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "bazar-texts-"));
    await cp(join(project, "locales"), folder, { recursive: true });
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },

  texts: async ({ folder }, use, info) => {
    const shop = await Shop.open(`texts-${info.testId}`, { command: ["l10n", "serve"], locales: folder });
    await use(shop);
    await shop.close();
  },

  baseURL: ({ texts }, use) => use(texts.url),
});

test.use({ viewport: { width: 360, height: 560 } });

/** Saves a text as an editor does. */
async function save(folder: string, words: Words, id: string, text: string) {
  const file = join(folder, FOLDERS[words.language], "cart.ftl");
  const before = await readFile(file, "utf8");
  await writeFile(file, before.replace(new RegExp(`^${id} = .*$`, "m"), () => `${id} = ${text}`));
}

const mistakes = (page: Page) => page.locator("#dev-texts");

inEachLanguage((words, language) => {
  test(`a saved text shows and what was typed stays (${language}) @script`, async ({ page, folder }) => {
    const heard = page.waitForRequest("**/dev/texts?*");
    await page.goto(`/${language}/cart`);
    await heard;
    const title = page.getByRole("heading", { level: 1 });
    await expect(title).toHaveText(words.say("cart-title"));
    const search = page.locator("header input[name=q]");
    await search.fill("badam 500");

    await save(folder, words, "cart-title", "Abc 123");
    await expect(title).toHaveText("Abc 123");
    await expect(search).toHaveValue("badam 500");

    // Nothing was lost, the place of the cursor neither.
    await expect(search).toBeFocused();
    await search.pressSequentially("g");
    await expect(search).toHaveValue("badam 500g");
  });

  test(`a mistake stands on the page until it is mended (${language}) @script`, async ({ page, folder }) => {
    const heard = page.waitForRequest("**/dev/texts?*");
    await page.goto(`/${language}/cart`);
    await heard;
    await expect(mistakes(page)).toHaveCount(0);

    // In the language's own letters: others are doubtful in it, which would be told as well.
    const better = words.say("cart-summary");
    await save(folder, words, "cart-title", `${better} { $xyz }`);
    await expect(mistakes(page)).toContainText("cart-title");
    await expect(mistakes(page)).toContainText("xyz");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.say("cart-title"));

    await save(folder, words, "cart-title", better);
    await expect(mistakes(page)).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(better);
  });
});
