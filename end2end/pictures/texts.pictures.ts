// Walks the shop in translator mode, as everybody who works in it, and takes a picture of each text it comes by. They go into the
// built site, from which the shop shows them to translators; a site that is built anew keeps them.

import { join } from "node:path";

import { withCart, withOrder } from "../checkout/shopper";
import { sendAgain } from "../setup/again";
import { site } from "../setup/places";
import { expect, inEachLanguage, type Page, test, type Words } from "../setup/test";
import { PUBLIC_PAGES } from "../shell/pages";
import { COOPERATIVE } from "../studio/studio";
import { signIn } from "../studio/day";
import { Camera } from "./camera";

const FOLDERS = { ug: "ug", zh: "zh-Hans", es: "es" };
/** Pages of a work area. */
const MOST = 60;
/** What is a file and not a page. */
const FILES = /\/(print|poster|export|news|documents|picture)(\/|$)/;

test.use({ shopNamed: "pictures" });

inEachLanguage((words, language) => {
  test(`each text has its picture in ${language}`, async ({ page, browser, shop, someoneElse, quiet }) => {
    // A form that is sent empty is refused, which the browser notes.
    quiet.allowed.push(/status of 4\d\d/);
    const camera = await Camera.open(browser, join(site, "l10n", FOLDERS[language]));

    const { phone, password } = await shop.account(`language.${language}/translator`);
    await enter(page, words, phone, password);
    const order = await withOrder(page, words);
    const path = new URL(order.page.url()).pathname;
    await withCart(page, words);
    await mark(page, words);
    for (const place of [...Object.values(PUBLIC_PAGES), "/cart", "/checkout", "/account", "/apply"]) {
      await visit(page, camera, `/${language}${place}`);
    }
    await visit(page, camera, path);
    // What is wrong with a form stands there, too.
    for (const place of ["/checkout", "/apply", "/orders"]) {
      await page.goto(`/${language}${place}`);
      const loaded = page.waitForEvent("load");
      await sendAgain(page, `/${language}${place}`, []);
      await loaded;
      await see(page, camera);
    }

    for (const [role, area] of [[COOPERATIVE, "studio"], ["centre", "centre/outbox"], ["station.B001/clerk", "desk"]]) {
      const other = await someoneElse();
      await signIn(other, words, shop, role, area);
      await mark(other, words);
      await walk(other, camera, `/${language}/${area}`, area.split("/")[0]);
    }
    await camera.close();
    expect(camera.taken.size).toBeGreaterThan(300);
  });
});

async function enter(page: Page, words: Words, phone: string, password: string) {
  await page.goto(`/${words.language}/account/sign-in`);
  await page.getByLabel(words.say("account-phone"), { exact: true }).fill(phone);
  await page.getByLabel(words.say("account-password"), { exact: true }).fill(password);
  await page.getByRole("button", { name: words.say("account-sign-in"), exact: true }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Turns translator mode on. */
async function mark(page: Page, { language }: Words) {
  await page.goto(`/${language}/about`);
  await sendAgain(page, `/${language}/translate/mode`, [["mode", "on"], ["back", `/${language}/about`]]);
  await expect(page.getByTestId("texts-bar")).toBeVisible();
}

async function visit(page: Page, camera: Camera, path: string) {
  await page.goto(path);
  await see(page, camera);
}

async function see(page: Page, camera: Camera) {
  // A file, or a page without marks.
  if ((await page.getByTestId("texts-bar").count()) === 0) return;
  await page.locator("html[data-texts]").waitFor();
  await camera.take(page);
}

/** All pages of a work area that its pages lead to; of those with a number in their address one. */
async function walk(page: Page, camera: Camera, start: string, area: string) {
  const known = new Set<string>();
  const open = [start];
  const [, language] = start.split("/");
  for (let path = open.shift(); path && known.size < MOST; path = open.shift()) {
    const kind = path.replaceAll(/\d+/g, "0");
    if (known.has(kind) || FILES.test(path)) continue;
    known.add(kind);
    await visit(page, camera, path);
    const links = await page.locator("a[href]").evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
    open.push(...links.filter((link) => link === `/${language}/${area}` || link.startsWith(`/${language}/${area}/`)));
  }
}
