// What a cooperative writes is in the shop when it says so, and every language says how it stands.

import { ProductPage } from "../catalog/product";
import { expect, test, Words } from "../setup/test";
import { COOPERATIVE, Studio } from "./studio";

test.use({ shopNamed: "texts" });

const [ug, zh, es] = [new Words("ug"), new Words("zh"), new Words("es")];

test("without the right password one stays outside, and the number typed stays", async ({ page, shop, quiet }) => {
  quiet.allowed.push(/status of 422/);
  const { phone } = await shop.account(COOPERATIVE);
  await page.goto("/es/studio");
  await page.getByLabel(es.say("account-phone"), { exact: true }).fill(phone);
  await page.getByLabel(es.say("account-password"), { exact: true }).fill("not the password");
  await page.getByRole("button", { name: es.say("account-sign-in"), exact: true }).click();
  await expect(page.getByRole("alert")).toContainText(es.say("error-sign-in-failed"));
  await expect(page.getByLabel(es.say("account-phone"), { exact: true })).toHaveValue(phone);
  await expect(page.getByLabel(es.say("account-password"), { exact: true })).toBeEmpty();
});

test("a story corrected in zh is in the shop once it is shown to buyers, and only there", async ({ page, shop, someoneElse }) => {
  const studio = new Studio(page, zh);
  await studio.signIn(shop);
  await studio.openPart("story");
  await studio.text("shopfront-field-text", "zh").fill("我们的故事改了一个字。\n\n第二段。");
  await studio.savePart();
  await studio.publish();

  const reader = await someoneElse();
  await reader.goto(`/zh/shops/${COOPERATIVE}`);
  await expect(reader.getByRole("main")).toContainText("我们的故事改了一个字。");
  for (const words of [ug, zh, es]) {
    await reader.goto(`/${words.language}/shops/${COOPERATIVE}`);
    await expect(reader.getByText(words.say("language-translation-outdated"))).toHaveCount(0);
  }
});

test("a story rewritten in its first language marks the translations as out of date", async ({ page, shop, someoneElse }) => {
  const studio = new Studio(page, ug);
  await studio.signIn(shop);
  await studio.openPart("story");
  await studio.text("shopfront-field-text", "ug").fill("بىز بۇ يىل يېڭى باغ ئاچتۇق.");
  // The Chinese is brought up to date with it, the Spanish is not.
  await studio.text("shopfront-field-text", "zh").fill("今年我们开了新园子。");
  await studio.savePart();
  await studio.publish();

  const reader = await someoneElse();
  const main = reader.getByRole("main");
  await reader.goto(`/ug/shops/${COOPERATIVE}`);
  await expect(main).toContainText("بىز بۇ يىل يېڭى باغ ئاچتۇق.");
  await expect(main).not.toContainText(ug.say("language-translation-outdated"));
  await reader.goto(`/zh/shops/${COOPERATIVE}`);
  await expect(main).toContainText("今年我们开了新园子。");
  await expect(main).not.toContainText(zh.say("language-translation-outdated"));
  await reader.goto(`/es/shops/${COOPERATIVE}`);
  await expect(main).toContainText(es.say("language-translation-outdated"));
});

test("a language without a text shows the first one, and says so", async ({ page, shop, someoneElse }) => {
  const studio = new Studio(page, es);
  await studio.signIn(shop);
  await studio.openPart("story");
  const original = await studio.text("shopfront-field-text", "ug").inputValue();
  await studio.text("shopfront-field-text", "es").fill("");
  await studio.savePart();
  await studio.publish();

  const reader = await someoneElse();
  await reader.goto(`/es/shops/${COOPERATIVE}`);
  const main = reader.getByRole("main");
  await expect(main).toContainText(es.match("language-shown-in", { language: es.say("language-name-ug") }));
  await expect(main.locator("[lang=ug]").filter({ hasText: original.split("\n")[0].slice(0, 30) }).first()).toBeVisible();
});

test("a price that is none is said beside its field, and what was typed stays", async ({ page, shop, quiet }) => {
  quiet.allowed.push(/status of 422/);
  const studio = new Studio(page, es);
  await studio.signIn(shop);
  await studio.openProduct("Almendras de cáscara fina");
  await studio.price.fill("veinte");
  await page.getByRole("button", { name: es.say("button-save"), exact: true }).click();
  await expect(studio.price).toHaveValue("veinte");
  const bounds = { min: "0,01 CNY", max: "100.000,00 CNY" };
  await expect(studio.price).toHaveAccessibleDescription(es.match("goods-price-bounds", bounds));
});

test("a new price is in the shop at once", async ({ page, shop, someoneElse }) => {
  const studio = new Studio(page, es);
  await studio.signIn(shop);
  await studio.openProduct("Almendras de cáscara fina");
  await studio.price.fill("31.40");
  await studio.save();

  const product = new ProductPage(await someoneElse(), es);
  await product.open();
  await expect(product.form).toContainText("31,40");
});
