// Pages one has seen open without a network, and say how old they are; for the others there is a page of our own.

import { Words } from "../setup/test";
import type { Mood } from "../setup/line";
import { Header } from "../shell/header";
import { isReady } from "../shell/moving";
import { expect, isKept, isWatched, test } from "./phone";

test.use({ shopNamed: "offline-pages" });

for (const language of ["ug", "zh"] as const) {
  const words = new Words(language);

  test(`${language}: a page that was seen opens on a dead line, with its pictures`, { tag: "@script" }, async ({ page, line }) => {
    const path = `/${language}/products/thin-shell-badam`;
    await page.goto(path);
    await isWatched(page);
    await isKept(page, path);
    const title = await page.getByRole("heading", { level: 1 }).innerText();
    // The second time its pictures go through the worker.
    await page.reload();
    await page.waitForLoadState("networkidle");

    line.mood = "dead";
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    const kept = page.getByTestId("kept-page");
    await expect(kept).toContainText(words.say("offline-saved-now"));
    await expect(kept).toContainText(words.say("offline-away"));
    await expect(page.locator("html")).toHaveAttribute("dir", language === "ug" ? "rtl" : "ltr");
    expect(await page.locator("head style").count()).toBeGreaterThan(0);
    const first = page.locator("main picture img").first();
    await expect.poll(() => first.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0)).toBe(true);

    await page.goto(`/${language}/shops/altun-badam`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.say("offline-title"));
    const seen = page.getByTestId("seen-pages").getByRole("link");
    await expect(seen.first()).toBeVisible();
    await seen.first().click();
    await expect(page.getByTestId("kept-page")).toBeVisible();

    line.mood = "good";
    await page.goto(`/${language}/shops/altun-badam`);
    await expect(page.getByTestId("kept-page")).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(words.say("offline-title"));
  });
}

for (const mood of ["cut", "stalled"] satisfies Mood[]) {
  test(`a line that is ${mood}: the whole copy is shown, and stays whole`, { tag: "@script" }, async ({ page, line }) => {
    await page.goto("/es/products");
    await isWatched(page);
    await isKept(page, "/es/products");
    for (let again = 0; again < 2; again += 1) {
      line.mood = mood;
      await page.reload();
      await expect(page.getByTestId("kept-page")).toBeVisible();
      await expect(page.locator("footer")).toBeVisible();
    }
    line.mood = "good";
    await page.reload();
    await expect(page.getByTestId("kept-page")).toHaveCount(0);
  });
}

test("a language nobody opened on this phone has a page with a way on, too", { tag: "@script" }, async ({ page, line }) => {
  const words = new Words("ug");
  await page.goto("/es");
  await isWatched(page);
  line.mood = "dead";
  await page.goto("/ug/products");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.say("offline-title"));
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(250, 245, 234)");
  await expect(page.getByRole("link", { name: words.say("nav-home"), exact: true })).toHaveAttribute("href", "/ug");
  line.mood = "good";
  await page.getByRole("link", { name: words.say("button-try-again"), exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.say("catalog-list-title"));
});

test("a tap takes the line from pictures that the worker fetches, and they come later", { tag: "@script" }, async ({ page, line }) => {
  const words = new Words("es");
  await page.goto("/es/cart");
  await isWatched(page);
  line.holdsPictures = true;
  await page.goto("/es/shops");
  await isReady(page);
  await new Header(page, words).toCart();
  await expect.poll(() => line.givenUp.length).toBeGreaterThan(0);
  line.holdsPictures = false;
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: words.say("nav-cooperatives") })).toBeVisible();
  const first = page.locator("main picture img").first();
  await expect.poll(() => first.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0)).toBe(true);
});

test("what is somebody's own is never kept", { tag: "@script" }, async ({ page, line }) => {
  const words = new Words("es");
  await page.goto("/es");
  await isWatched(page);
  for (const path of ["/es/orders", "/es/account/sign-in"]) await page.goto(path);
  line.mood = "dead";
  for (const path of ["/es/orders", "/es/account/sign-in", "/es/studio"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.say("offline-title"));
  }
});

test("a new build takes over, and what was kept before still opens", { tag: "@script" }, async ({ page, line }) => {
  await page.goto("/zh/products");
  await isWatched(page);
  await isKept(page, "/zh/products");
  const typed = page.locator("header input[name=q]");
  await typed.fill("蜂蜜");
  line.behindWorker = "\n// Another build.\n";
  const state = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return [registration?.waiting, registration?.installing, registration?.active?.state].map(String);
    });
  const old = await page.evaluateHandle(() => navigator.serviceWorker.controller);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect.poll(() => page.evaluate((was) => navigator.serviceWorker.controller !== was, old)).toBe(true);
  await expect.poll(state).toEqual(["null", "null", "activated"]);
  // The page in use is the same one.
  await expect(typed).toHaveValue("蜂蜜");
  line.mood = "dead";
  await page.reload();
  await expect(page.getByTestId("kept-page")).toBeVisible();
});
