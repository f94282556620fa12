// The shop page, edited where it is seen: it shows what buyers will see, saves itself, and nothing that was typed is lost.

import { expect, test, Words } from "../setup/test";
import { isHydrated } from "../shell/header";
import { COOPERATIVE, Studio } from "./studio";

test.use({ shopNamed: "shop-page" });

const ug = new Words("ug");
const LINE = "تاغ باغرىدىكى باغدىن";

test("a line shows as it is typed, saves itself, and buyers see it when it is shown to them", { tag: "@script" }, async ({ page, shop, someoneElse }) => {
  const studio = new Studio(page, ug);
  await studio.signIn(shop);
  await studio.openPart("cover");
  await isHydrated(page);
  await studio.text("studio-tagline", "ug").fill(LINE);
  await expect(page.getByTestId("preview")).toContainText(LINE);
  await expect(page.getByTestId("saving")).toContainText(ug.say("shopfront-auto-saved"));
  await page.reload();
  await expect(studio.text("studio-tagline", "ug")).toHaveValue(LINE);

  const reader = await someoneElse();
  await reader.goto(`/ug/shops/${COOPERATIVE}`);
  await expect(reader.getByRole("main")).not.toContainText(LINE);
  await studio.publish();
  await reader.goto(`/ug/shops/${COOPERATIVE}`);
  await expect(reader.getByRole("main")).toContainText(LINE);
});

test("what is typed without a network is there after the phone was off, and is saved", { tag: "@script" }, async ({ page, context, shop, quiet }) => {
  quiet.allowed.push(/ERR_INTERNET_DISCONNECTED/);
  const studio = new Studio(page, ug);
  await studio.signIn(shop);
  await studio.openPart("cover");
  await isHydrated(page);
  await context.setOffline(true);
  await studio.text("studio-tagline", "es").fill("Sin red");
  await expect(page.getByTestId("saving")).toContainText(ug.say("shopfront-auto-offline"));
  // Off before the network is back: nothing could be sent.
  await page.close();
  await context.setOffline(false);
  const later = await context.newPage();
  const again = new Studio(later, ug);
  await again.openPart("cover");
  await isHydrated(later);
  await expect(again.text("studio-tagline", "es")).toHaveValue("Sin red");
  await expect(later.getByTestId("saving")).toContainText(ug.say("shopfront-auto-saved"));
});

test("the network is back: what was typed is saved at once, and the page was not touched", { tag: "@script" }, async ({ page, context, shop, quiet }) => {
  quiet.allowed.push(/ERR_INTERNET_DISCONNECTED/);
  const studio = new Studio(page, ug);
  await studio.signIn(shop);
  await studio.openPart("cover");
  await isHydrated(page);
  await context.setOffline(true);
  await studio.text("studio-tagline", "es").fill("Otra vez sin red");
  await expect(page.getByTestId("saving")).toContainText(ug.say("shopfront-auto-offline"));
  await context.setOffline(false);
  await expect(page.getByTestId("saving")).toContainText(ug.say("shopfront-auto-saved"));
});

test("whoever goes back to the page at once and shows it to buyers shows what was typed last", { tag: "@script" }, async ({ page, shop, someoneElse }) => {
  const studio = new Studio(page, ug);
  await studio.signIn(shop);
  await studio.openPart("cover");
  await isHydrated(page);
  const last = "ئاخىرقى سۆز";
  await studio.text("studio-tagline", "ug").fill(last);
  await page.getByRole("link", { name: ug.say("shopfront-block-back") }).click();
  await page.getByRole("button", { name: ug.say("shopfront-publish"), exact: true }).click();
  await expect(page.getByText(ug.say("shopfront-published"))).toBeVisible();
  await expect(page.getByTestId("unsent")).toHaveCount(0);
  const reader = await someoneElse();
  await reader.goto(`/ug/shops/${COOPERATIVE}`);
  await expect(reader.getByRole("main")).toContainText(last);
});

test("a product that is not for sale now stays chosen while another field is written", { tag: "@script" }, async ({ page, shop }) => {
  const studio = new Studio(page, ug);
  await studio.signIn(shop);
  await studio.openPart("products");
  await isHydrated(page);
  const choice = page.locator("select[name='product.1']");
  await choice.selectOption({ index: 1 });
  await expect(page.getByTestId("saving")).toContainText(ug.say("shopfront-auto-saved"));
  const product = await choice.inputValue();
  const path = new URL(page.url()).pathname;
  await page.goto(`/ug/studio/products/${product}`);
  await page.getByTestId("step-archive").getByRole("button").click();
  await page.goto(path);
  await isHydrated(page);
  await page.locator("input[name='title-ug']").fill("باشقا ماۋزۇ");
  await expect(page.getByTestId("saving")).toContainText(ug.say("shopfront-auto-saved"));
  await page.reload();
  await expect(choice).toHaveValue(product);
});

test("after a conflict that the form told of, another field is saved and theirs is not written over", { tag: "@script" }, async ({ page, shop, someoneElse, quiet }) => {
  quiet.allowed.push(/409/);
  const [mine, theirs] = [new Studio(page, ug), new Studio(await someoneElse(), ug)];
  for (const studio of [mine, theirs]) {
    await studio.signIn(shop);
    await studio.openPart("cover");
    await isHydrated(studio.page);
  }
  await theirs.text("studio-tagline", "zh").fill("别人写的");
  await expect(theirs.page.getByTestId("saving")).toContainText(ug.say("shopfront-auto-saved"));
  await mine.text("studio-tagline", "zh").fill("我写的");
  await expect(page.getByTestId("trouble")).toContainText("别人写的");
  await page.getByRole("button", { name: ug.say("button-save"), exact: true }).click();
  await expect(page.getByTestId("conflict")).toBeVisible();
  await isHydrated(page);
  await expect(page.getByTestId("trouble")).toContainText("别人写的");
  await mine.text("studio-tagline", "es").fill("Otro campo");
  await expect(page.getByTestId("saving")).toContainText(ug.say("shopfront-saved-rest"));
  await theirs.page.reload();
  await expect(theirs.text("studio-tagline", "es")).toHaveValue("Otro campo");
  await expect(theirs.text("studio-tagline", "zh")).toHaveValue("别人写的");
  // Once it is decided, nothing of the page tells of it any more.
  await page.getByTestId("trouble").getByRole("button", { name: ug.say("shopfront-keep-mine") }).click();
  await expect(page.getByTestId("saving")).toContainText(ug.say("shopfront-auto-saved"));
  await expect(page.locator("[data-conflict]")).toHaveCount(0);
});

test("two at the same line are shown both", { tag: "@script" }, async ({ page, shop, someoneElse }) => {
  const [mine, theirs] = [new Studio(page, ug), new Studio(await someoneElse(), ug)];
  for (const studio of [mine, theirs]) {
    await studio.signIn(shop);
    await studio.openPart("cover");
    await isHydrated(studio.page);
  }
  await theirs.text("studio-tagline", "zh").fill("他们的");
  await expect(theirs.page.getByTestId("saving")).toContainText(ug.say("shopfront-auto-saved"));
  await mine.text("studio-tagline", "zh").fill("我的");
  const trouble = page.getByTestId("trouble");
  await expect(trouble).toContainText("他们的");
  await trouble.getByRole("button", { name: ug.say("shopfront-keep-mine") }).click();
  await expect(page.getByTestId("saving")).toContainText(ug.say("shopfront-auto-saved"));
  await expect(trouble).toHaveCount(0);
});

test("parts are added, moved and taken back with plain buttons", async ({ page, shop }) => {
  const studio = new Studio(page, ug);
  await studio.signIn(shop);
  await studio.openShopPage();
  const parts = page.getByTestId("part");
  const before = await parts.count();
  await page.getByTestId("add-part").locator("summary").click();
  const name = ug.match("shopfront-do", { do: ug.say("shopfront-add"), part: ug.say("shopfront-kind-questions") });
  await page.getByRole("button", { name }).click();
  await expect(page.getByTestId("part-form")).toBeVisible();
  await studio.openShopPage();
  await expect(parts).toHaveCount(before + 1);
  await page.getByTestId("undo").getByRole("button").click();
  await expect(parts).toHaveCount(before);
});

test("a part is pulled to another place, once; let go or without a network it stands where it was", { tag: "@script" }, async ({ page, context, shop, quiet }) => {
  quiet.allowed.push(/ERR_INTERNET_DISCONNECTED/);
  const studio = new Studio(page, ug);
  await studio.signIn(shop);
  await studio.openShopPage();
  await isHydrated(page);
  await page.getByTestId("order").locator("summary").click();
  const rows = page.getByTestId("order-row");
  const says = page.getByTestId("order-says");
  const last = (await rows.count()) - 1;
  const part = await rows.nth(last).getAttribute("data-part");
  // From the last place to right below the cover, which has no handle.
  const pull = async () => {
    await expect(rows.first().getByTestId("grip")).toHaveCount(0);
    const grip = rows.nth(last).getByTestId("grip");
    // Near an end of the screen the page would go on under the mouse.
    await page.getByTestId("order-list").evaluate((list) => list.scrollIntoView({ block: "center" }));
    const [from, to] = [await grip.boundingBox(), await rows.nth(1).boundingBox()];
    if (!from || !to) throw new Error("nothing to pull");
    expect(Math.min(from.width, from.height)).toBeGreaterThanOrEqual(48);
    const x = from.x + from.width / 2;
    await page.mouse.move(x, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(x, to.y + 2, { steps: 8 });
    await expect(rows.nth(1)).toHaveAttribute("data-part", part ?? "");
    await expect(says).not.toBeEmpty();
  };
  await pull();
  await page.keyboard.press("Escape");
  await expect(rows.nth(last)).toHaveAttribute("data-part", part ?? "");
  await page.mouse.up();
  await expect(says).toBeEmpty();

  await context.setOffline(true);
  await pull();
  await page.mouse.up();
  await expect(says).toContainText(ug.say("shopfront-order-offline"));
  await expect(rows.nth(last)).toHaveAttribute("data-part", part ?? "");
  await context.setOffline(false);

  await pull();
  await page.mouse.up();
  await page.waitForURL(/moved=1/);
  await expect(rows.nth(1)).toHaveAttribute("data-part", part ?? "");
  await expect(page.getByTestId("part").nth(1)).toHaveAttribute("data-part", part ?? "");
});
