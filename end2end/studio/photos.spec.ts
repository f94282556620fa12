// Photos of the shop page: sent in pieces over a line that breaks, and cropped, by keyboard and without scripts.

import { readFileSync, writeFileSync } from "node:fs";

import { expect, type Page, test, Words } from "../setup/test";
import { isHydrated } from "../shell/header";
import { Studio } from "./studio";

test.use({ shopNamed: "photos", viewport: { width: 360, height: 560 } });

const ug = new Words("ug");
const PHOTO = "../app/docs/shop.webp";
const chosen = (page: Page) => page.locator("input[name=picture]:checked");

/** Opens the page that brings a photo for the cover. */
async function openPhotoPage(studio: Studio) {
  await studio.openPart("cover");
  await studio.page.getByTestId("add-picture").click();
  await expect(studio.page.getByTestId("shop-picture")).toBeVisible();
}

/** Sends the form with this file, to the place of the cover. */
async function send(page: Page, file: string) {
  const form = page.getByTestId("shop-picture");
  await form.locator("[name=at]").selectOption("picture");
  await form.locator("input[type=file]").setInputFiles(file);
  await form.getByRole("button", { name: ug.say("pictures-send") }).click();
}

/** Opens the page that crops the cover's photo. */
async function openCrop(studio: Studio) {
  await studio.openPart("cover");
  await studio.page.getByText(ug.say("shopfront-picture-crop"), { exact: true }).click();
  await studio.page.getByTestId("crop-picture").click();
  await expect(studio.page.getByTestId("crop-form")).toBeVisible();
}

/** Waits until the cover shows another photo than this one: its page comes up by itself. */
async function isAnother(page: Page, before: string) {
  await expect(page).toHaveURL(/cropped=1/, { timeout: 30_000 });
  expect(await chosen(page).inputValue()).not.toBe(before);
}

test("a photo goes on where it stopped when the line broke and the page was closed", { tag: "@script" }, async ({ page, context, shop, quiet }) => {
  quiet.allowed.push(/ERR_FAILED/);
  const studio = new Studio(page, ug);
  await studio.signIn(shop);
  // Long enough for several pieces: bytes behind a picture's end do not count.
  const file = test.info().outputPath("photo.webp");
  writeFileSync(file, Buffer.concat([readFileSync(PHOTO), Buffer.alloc(300_000)]));
  await openPhotoPage(studio);
  await isHydrated(page);
  let pieces = 0;
  await page.route("**/studio/shop/uploads/*", async (route) => {
    const isLost = route.request().method() === "PATCH" && ++pieces > 1;
    await (isLost ? route.abort() : route.continue());
  });
  await send(page, file);
  await expect(page.getByTestId("upload-line")).toContainText(ug.say("pictures-sending-offline"));
  await page.close();

  const later = await context.newPage();
  const offsets: string[] = [];
  later.on("request", (request) => {
    if (request.method() === "PATCH") offsets.push(request.headers()["upload-offset"]);
  });
  const again = new Studio(later, ug);
  await openPhotoPage(again);
  await isHydrated(later);
  await expect(later.locator("[data-testid=upload][data-state=receiving]")).toBeVisible();
  await send(later, file);
  await expect(later).toHaveURL(/picture=1/);
  expect(Number(offsets[0])).toBeGreaterThan(0);
  await expect(chosen(later)).toHaveCount(1);
  expect(await chosen(later).inputValue()).not.toBe("");
});

test("a photo that the shop refuses at its beginning is not said to be kept", { tag: "@script" }, async ({ page, context, shop, quiet }) => {
  quiet.allowed.push(/status of 4\d\d/);
  const studio = new Studio(page, ug);
  await studio.signIn(shop);
  await openPhotoPage(studio);
  await isHydrated(page);
  // Signed out in another tab.
  await context.clearCookies();
  await send(page, PHOTO);
  await expect(page.getByTestId("upload-line")).toContainText(ug.say("pictures-sending-not-taken"));
});

test("a photo is cropped with the arrow keys", { tag: "@script" }, async ({ page, shop }) => {
  const studio = new Studio(page, ug);
  await studio.signIn(shop);
  await openPhotoPage(studio);
  await isHydrated(page);
  await send(page, PHOTO);
  await expect(page).toHaveURL(/picture=1/);
  const before = await chosen(page).inputValue();
  await openCrop(studio);
  await isHydrated(page);
  await expect(page.locator("[name=keep]")).toBeHidden();
  const frame = page.getByTestId("crop-frame");
  await frame.focus();
  for (let press = 0; press < 10; press += 1) await page.keyboard.press("Shift+ArrowLeft");
  await expect(page.locator("input[name=width]")).toHaveValue("900");
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("ArrowRight");
  await expect(page.locator("input[name=x]")).toHaveValue("30");
  await page.getByRole("button", { name: ug.say("pictures-crop-send"), exact: true }).click();
  await isAnother(page, before);
});

test("a photo is cropped to a shape, and what cannot be is told at its field", async ({ page, shop, quiet }) => {
  quiet.allowed.push(/status of 422/);
  const studio = new Studio(page, ug);
  await studio.signIn(shop);
  await openPhotoPage(studio);
  await send(page, PHOTO);
  await expect(page).toHaveURL(/picture=1/);
  const before = await chosen(page).inputValue();
  await openCrop(studio);
  const button = page.getByRole("button", { name: ug.say("pictures-crop-send"), exact: true });
  await page.locator("select[name=shape]").selectOption("free");
  await button.click();
  await expect(page.getByRole("main")).toContainText(ug.say("pictures-crop-nothing"));
  await page.locator("select[name=shape]").selectOption("3-4");
  await button.click();
  await isAnother(page, before);
  // Cropped once more it begins with what was sent, and that can be had whole again.
  const cropped = await chosen(page).inputValue();
  await openCrop(studio);
  await expect(page.getByTestId("as-sent")).toBeVisible();
  const photo = page.getByTestId("crop-frame").locator("img");
  await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await page.getByTestId("crop-whole").click();
  await isAnother(page, cropped);
});
