// A cooperative asks to sell here: it shows by a code that the phone is its own, adds papers, and the Centre, which alone
// opens them, admits it. On the smallest phone, with and without scripts.

import { readFile } from "node:fs/promises";

import { fieldsOf, sendAgain } from "../setup/again";
import { pdf, png } from "../setup/files";
import { expect, type Page, test, Words } from "../setup/test";
import { isHydrated } from "../shell/header";
import { type Applicant, ApplyPage } from "./apply";
import { Centre } from "./centre";

test.use({ shopNamed: "applications", viewport: { width: 360, height: 560 } });
test.slow();

const LICENCE = pdf("licence.pdf");
const PHOTO = png("apiary.png", [190, 120, 40]);

type Story = Applicant & { other: string };

const STORIES: Record<"ug" | "zh", Story> = {
  ug: {
    name: "بۇلاق ھەسەل كوپىراتىپى",
    goods: "ھەسەل",
    other: "ياڭاق",
    person: "ئايگۈل سىناق",
    phone: "137 1111 2001",
    slug: "bulaq-hesel",
  },
  zh: {
    name: "泉水蜂蜜合作社",
    goods: "蜂蜜",
    other: "核桃",
    person: "测试员小艾",
    phone: "137 1111 2002",
    slug: "quanshui-fengmi",
  },
};

for (const language of ["ug", "zh"] as const) {
  const words = new Words(language);
  const story = STORIES[language];

  test(`from a form to a studio, in ${language}`, async ({ page, shop, someoneElse, quiet }) => {
    // A wrong code, a form with something else in it, and an address that is taken.
    quiet.allowed.push(/status of 422/);
    const centre = new Centre(await someoneElse(), words);
    await centre.signIn(shop);
    const apply = new ApplyPage(page, words);
    await apply.open();
    await apply.fill(story);
    await apply.askForCode();
    const first = await centre.outbox.code();

    // Back, and again: nothing was sent before the code is typed.
    await page.goBack();
    await expect(apply.form).toBeVisible();
    await expect(apply.code).toHaveCount(0);
    await apply.fill(story);
    await apply.askForCode();
    await centre.page.goto(`/${language}/centre/applications`);
    await expect(centre.page.getByTestId("application").filter({ hasText: story.name })).toHaveCount(0);

    const code = await centre.outbox.code();
    expect(code).not.toBe(first);
    await apply.send(anotherCode(code));
    await expect(apply.code).toHaveAccessibleDescription(words.say("members-join-code-wrong"));
    await expect(apply.code).toBeEmpty();
    await expect(apply.field("application-name")).toHaveValue(story.name);
    await expect(apply.field("application-township")).not.toHaveValue("");
    await expect(apply.field("application-goods")).toHaveValue(story.goods);
    await expect(apply.field("application-person")).toHaveValue(story.person);
    await expect(apply.field("account-phone")).toHaveValue(story.phone);

    await apply.code.fill(code);
    const fields = [...(await fieldsOf(apply.form)), ["command", "send"] as [string, string]];
    await apply.send(code);
    await expect(page.getByText(words.say("application-sent"))).toBeVisible();
    await expect(apply.state).toHaveAttribute("data-state", "waiting");
    const place = new URL(page.url()).pathname;

    // Sent once more it is the same one; with something else in it what came first stands, and what was typed is there.
    await page.goto(`/${language}/apply`);
    await sendAgain(page, `/${language}/apply`, fields);
    await expect(page).toHaveURL(new RegExp(`${place}\\?sent=1$`));
    const others = fields.map(([name, value]): [string, string] => [name, name === "goods" ? story.other : value]);
    await sendAgain(page, `/${language}/apply`, others);
    await expect(page.getByTestId("was-taken")).toContainText(words.say("application-was-taken"));
    await expect(apply.field("application-goods")).toHaveValue(story.other);

    await page.goto(place);
    for (const [file, count] of [[LICENCE, 1], [PHOTO, 2]] as const) {
      await apply.addDocument(file);
      await expect(page.getByText(words.say("application-document-added"))).toBeVisible();
      await expect(page.getByTestId("remove-document")).toHaveCount(count);
      await expect(page.getByRole("listitem").filter({ hasText: file.name })).toBeVisible();
    }

    await centre.openApplication(story.name);
    const main = centre.page.getByRole("main");
    for (const said of [story.person, story.goods]) await expect(main).toContainText(said);
    await expect(main).not.toContainText(story.other);
    const documents = centre.page.getByTestId("document");
    await expect(documents).toHaveCount(2);
    const licence = await save(centre.page, LICENCE.name);
    expect(licence.name).toMatch(/^application-\d+-\d+\.pdf$/);
    expect(licence.bytes.equals(LICENCE.buffer)).toBe(true);
    // A photo was made anew: the same picture, and nothing that was hidden in its file.
    const photo = await save(centre.page, PHOTO.name);
    expect(photo.name).toMatch(/^application-\d+-\d+\.jpg$/);
    expect(photo.bytes.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));

    await centre.slug.fill("altun-badam");
    await centre.pressAdmit();
    await expect(centre.slug).toHaveAccessibleDescription(new RegExp(words.say("application-slug-taken")));
    await expect(centre.slug).toHaveValue("altun-badam");
    await centre.admit(story.slug);
    await expect(centre.page.getByTestId("admit")).toHaveCount(0);

    await apply.signIn(story, centre.outbox);
    await expect(page.getByTestId("studio-menu")).toBeVisible();
    await page.goto(`/${language}/studio/products`);
    await expect(page.getByRole("main")).toContainText(words.say("studio-products-none"));
    await page.goto(`/${language}/shops/${story.slug}`);
    await expect(page.getByRole("main")).toContainText(story.name);
  });
}

test("an application sent without a network waits on the page", { tag: "@script" }, async ({ page }) => {
  const words = new Words("es");
  const apply = new ApplyPage(page, words);
  await apply.open();
  await isHydrated(page);
  const applicant = { ...STORIES.ug, phone: "137 1111 2003" };
  await apply.fill(applicant);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: words.say("account-code-send"), exact: true }).click();
  await expect(page.getByTestId("offline")).toContainText(words.say("studio-offline-form"));
  await expect(apply.field("application-name")).toHaveValue(applicant.name);
  await page.context().setOffline(false);
  await expect(page.getByTestId("code-sent")).toContainText(words.say("application-code-sent"));
  await expect(apply.field("application-name")).toHaveValue(applicant.name);
});

/** A code that is not this one. */
function anotherCode(code: string): string {
  return code.slice(0, -1) + ((Number(code.at(-1)) + 1) % 10);
}

/** Saves the document called so: what the browser calls it, and what is in it. */
async function save(page: Page, name: string) {
  const saving = page.waitForEvent("download");
  await page.getByTestId("document").getByRole("link", { name, exact: true }).click();
  const download = await saving;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}
