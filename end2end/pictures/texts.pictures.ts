// Walks the shop in translator mode, as everybody who works in it, and takes a picture of each text it comes by. They go into the
// built site, from which the shop shows them to translators; a site that is built anew keeps them. It comes first: a page in
// translator mode knows which texts it is made of. What only happens in the course of things is seen by the stories
// (`watch.ts`), and what stands on no page at all is taken by `rest.pictures.ts`.

import { join } from "node:path";

import { GULNAR } from "../checkout/checkout";
import { withCart } from "../checkout/shopper";
import { handedOver, ordered } from "../orders/handed-over";
import { sendAgain } from "../setup/again";
import { site } from "../setup/places";
import { expect, inEachLanguage, type Page, type Words } from "../setup/test";
import { FOLDERS } from "../setup/words";
import { PUBLIC_PAGES } from "../shell/pages";
import { COOPERATIVE } from "../studio/studio";
import { signIn } from "../studio/day";
import { Translator } from "../translate/translator";
import { Camera } from "./camera";
import { forgetMet, noteMet } from "./list";
import { test } from "./own-shop";
import { Said } from "./said";
import { markSaid } from "./seen";
import { isBelow, isOfShop, Walker } from "./walk";

/** What the translators' own pages say, and what is sent to phones: no page marks it. */
const UNMARKED = { translate: ["translate", "check", "texts"], outbox: ["messages"] };

inEachLanguage((words, language) => {
  test(`each text has its picture in ${language}`, async ({ page, browser, ownShop, someoneElse, quiet }) => {
    // A form that is sent empty is refused, which the browser notes; and pages are left with something typed on them.
    quiet.allowed.push(/status of 4\d\d/, /^asked before /);
    const folder = FOLDERS[language];
    const camera = await Camera.open(browser, join(site, "l10n", folder));
    forgetMet(language);
    const here = (place: string) => `/${language}${place}`;
    /** Somebody at work in an area, whose pages are marked. */
    const atWork = async (role: string, start: string) => {
      const other = await someoneElse();
      await signIn(other, words, ownShop, role, start);
      await mark(other, words);
      return { other, walker: new Walker(other, camera) };
    };

    // One order on its way, and one that has arrived: what is said of each.
    const { phone, password } = await ownShop.account(`language.${language}/translator`);
    await enter(page, words, phone, password);
    const codes = [await ordered(page, words), await ordered(page, words)];
    await handedOver(await someoneElse(), await someoneElse(), words, ownShop, codes[1]);
    await withCart(page, words);
    await mark(page, words);

    const buyer = new Walker(page, camera);
    const alone = ["/cart", "/checkout", "/account", "/apply", "/offline", "/account/password", "/account/passkeys"];
    for (const place of [...Object.values(PUBLIC_PAGES), ...alone]) await buyer.visit(here(place));
    const pages = await buyer.through(here(""), (path) => isBelow(path, here("")) && isOfShop(path));
    for (const code of codes) {
      const order = here(`/orders/${code}`);
      pages.push(order, ...(await buyer.through(order, (path) => isBelow(path, order))));
    }

    const clerk = await atWork("station.B001/clerk", "desk");
    const desk = await clerk.walker.through(here("/desk"), (path) => isBelow(path, here("/desk")));
    await atTheCounter(clerk.other, clerk.walker, words, codes[0]);

    const cooperative = await atWork(COOPERATIVE, "studio");
    const studio = await cooperative.walker.through(here("/studio"), (path) => isBelow(path, here("/studio")));
    for (const place of ["/account", "/account/password"]) await cooperative.walker.visit(here(place));

    const centre = await atWork("centre", "centre/outbox");
    const money = await centre.walker.through(here("/centre/money"), (path) => isBelow(path, here("/centre")));

    // Whoever has the code of an order and not its phone.
    const { walker: stranger } = await atWork(`language.${language}/reviewer`, "translate");
    await stranger.visit(here(`/orders/${codes[0]}`));
    await stranger.answers([here(`/orders/${codes[0]}`)]);

    // Only now is anything changed, and what came of it is looked at; what the Centre does comes last, since it may close a shop.
    await cooperative.walker.answers(studio);
    await cooperative.walker.answers(await cooperative.walker.through(here("/studio"), (path) => isBelow(path, here("/studio"))));
    await clerk.walker.answers(desk);
    await buyer.answers([...pages, ...["/cart", "/checkout", "/apply", "/orders", "/account/confirm"].map(here)]);
    await centre.walker.answers(money);
    await centre.walker.answers(await centre.walker.through(here("/centre/money"), (path) => isBelow(path, here("/centre"))));
    // What has been done stands in the log, and what was said to people in the outbox.
    await centre.walker.readThrough(here("/centre/audit"));
    const messages = new Said(folder, UNMARKED.outbox);
    const outbox = new Walker(centre.other, camera, (there) => markSaid(there, messages));
    await outbox.through(here("/centre/outbox"), (path) => path === here("/centre/outbox"));

    const reviewer = await someoneElse();
    await signIn(reviewer, words, ownShop, `language.${language}/reviewer`, "translate");
    const said = new Said(folder, UNMARKED.translate);
    const translator = new Walker(reviewer, camera, (there) => markSaid(there, said));
    // A text that waits for somebody to say yes, a text of several forms, and mistakes of several kinds.
    const writer = new Translator(reviewer, words);
    for (const text of [`${words.say("cart-title")} 2`, "{ $nobody }", "{", ""]) {
      await writer.open("cart-title");
      await writer.write(text);
      await writer.send();
      await reviewer.waitForLoadState();
      await translator.see();
    }
    await translator.answers([here("/translate/text/cart-title"), here("/translate/text/catalog-list-count")]);
    await translator.answers(await translator.through(here("/translate"), (path) => isBelow(path, here("/translate"))));

    noteMet(language, camera.met);
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

/** An order that a buyer asks for at the counter, and one that nobody has. */
async function atTheCounter(page: Page, walker: Walker, words: Words, code: string) {
  for (const tail of ["0000", GULNAR.phone.slice(-4)]) {
    await page.goto(`/${words.language}/desk`);
    const form = page.getByTestId("desk-find");
    await form.locator("[name=code]").fill(code);
    await form.locator("[name=tail]").fill(tail);
    const loaded = page.waitForEvent("load");
    await form.getByRole("button").click();
    await loaded;
    await walker.see();
  }
}
