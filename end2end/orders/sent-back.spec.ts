// A closed packet is sent back: the buyer says so with a photo of it, which the cooperative and the Centre see and nobody else does,
// and all of its price comes back. On the smallest phone, with and without scripts.

import { png, type Sent } from "../setup/files";
import { expect, type Page, test, Words } from "../setup/test";
import { signIn } from "../studio/day";
import { COOPERATIVE, Studio } from "../studio/studio";
import { handedOver, ordered } from "./handed-over";

test.use({ shopNamed: "sent-back", viewport: { width: 360, height: 560 } });
test.slow();

const words = new Words("zh");
/** A cooperative that has nothing to do with it. */
const ANOTHER = "ana-qoli";
const SAID = "没有开封，想退货";
const PRICE = /26[.]80/;

const photos = (page: Page) => page.getByTestId("report-photos").getByRole("link");

test("a packet is sent back with a photo, and its price comes back", async ({ page, shop, someoneElse, quiet }) => {
  quiet.allowed.push(/status of 422/);
  const code = await ordered(page, words);
  await handedOver(await someoneElse(), await someoneElse(), words, shop, code);
  await page.reload();
  const part = page.getByTestId("reports");
  await part.locator("summary").click();
  await part.getByLabel(words.say("returns-form-kind"), { exact: true }).selectOption("unwanted");
  await part.getByLabel(words.say("returns-form-text"), { exact: true }).fill(SAID);
  await part.getByRole("button", { name: words.say("returns-form-send"), exact: true }).click();
  await expect(page.getByTestId("reported")).toBeVisible();

  // What is no picture is refused in words; then two photos, of which one is taken away again.
  const add = async (file: Sent) => {
    const form = page.getByTestId("report-photo-form");
    await form.locator("input[type=file]").setInputFiles(file);
    await form.getByRole("button", { name: words.say("reviews-photo-add"), exact: true }).click();
  };
  await add({ name: "photo.png", mimeType: "image/png", buffer: Buffer.from("no picture") });
  await expect(page.getByTestId("report-photo-form").locator("input[type=file]")).toHaveAttribute("aria-invalid", "true");
  await expect(photos(page)).toHaveCount(0);
  for (const [number, colour] of [[1, [180, 120, 60]], [2, [60, 120, 180]]] as const) {
    await add(png(`packet-${number}.png`, [...colour]));
    await expect(page.getByTestId("photo-done")).toHaveText(words.say("reviews-photo-added"));
    await expect(photos(page)).toHaveCount(number);
  }
  await page.getByTestId("remove-report-photo").last().getByRole("button").click();
  await expect(page.getByTestId("photo-done")).toHaveText(words.say("reviews-photo-removed"));
  await expect(photos(page)).toHaveCount(1);
  const photo = (await photos(page).getAttribute("href")) ?? "";

  const work = new Studio(await someoneElse(), words);
  await work.signIn(shop, `${COOPERATIVE}/packer`);
  await work.page.goto("/zh/studio/reports");
  const card = work.page.getByTestId("reported-order").filter({ hasText: code });
  await card.getByRole("link", { name: words.say("talk-answer"), exact: true }).click();
  const small = photos(work.page).locator("img");
  // The answer's page takes the place of this one meanwhile.
  await expect(() => small.scrollIntoViewIfNeeded({ timeout: 1000 })).toPass();
  await expect.poll(() => small.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth)).toBeGreaterThan(0);
  await isSeen(page, photo);
  await isSeen(work.page, photo);

  const centre = await someoneElse();
  await signIn(centre, words, shop, "centre", "centre/money");
  await isSeen(centre, photo);
  // A stranger, another buyer, and another cooperative find nothing there.
  const stranger = await someoneElse();
  expect((await stranger.request.get(photo)).status()).toBe(404);
  await ordered(stranger, words);
  expect((await stranger.request.get(photo)).status()).toBe(404);
  const other = new Studio(await someoneElse(), words);
  await other.signIn(shop, ANOTHER);
  expect((await other.page.request.get(photo)).status()).toBe(404);

  const answer = work.page.getByTestId("settle-refunded");
  await answer.locator("summary").click();
  await answer.getByLabel(words.say("returns-settle-amount"), { exact: true }).fill("26.80");
  await answer.getByRole("button", { name: words.say("returns-settle-refund"), exact: true }).click();
  await expect(work.page.getByTestId("settled")).toBeVisible();

  await page.reload();
  await expect(page.getByTestId("report-line")).toHaveAttribute("data-outcome", "refunded");
  await expect(page.getByTestId("money-back")).toContainText(PRICE);
  await expect(page.getByTestId("report-photo-form"), "it is answered").toHaveCount(0);
  await centre.reload();
  await expect(centre.getByTestId("refunds").getByTestId(`refund-${code}`).locator("[name=amount]")).toHaveValue("26.80");
});

/** The photo as it was sent to whoever may see it; nothing on the way keeps it. */
async function isSeen(page: Page, photo: string) {
  const answer = await page.request.get(photo);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toBe("image/jpeg");
  expect(answer.headers()["cache-control"]).toBe("no-store");
}
