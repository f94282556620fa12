// What was typed at the checkout is not typed twice.

import { expect, inEachLanguage, test, Words } from "../setup/test";
import { Header, isHydrated } from "../shell/header";
import { CheckoutPage, GULNAR, STATION } from "./checkout";
import { withCart } from "./shopper";

const es = new Words("es");
const ug = new Words("ug");
const KEY = "draft/checkout";

inEachLanguage((words, language) => {
  test(`what was typed in ${language} is there again after a reload`, { tag: "@script" }, async ({ page }) => {
    await withCart(page, words);
    const checkout = new CheckoutPage(page, words);
    await checkout.open();
    await isHydrated(page);
    await checkout.fill(GULNAR, { address: { province: "44", city: "广州市", district: "天河区", street: "解放南路 12 号" } }, "transfer");
    // A tab that was thrown away comes back like this: nothing of it but what the phone holds.
    const again = await page.context().newPage();
    await page.close();
    const later = new CheckoutPage(again, words);
    await later.open();
    await expect(later.name).toHaveValue(GULNAR.name);
    await expect(later.phone).toHaveValue(GULNAR.phone);
    await expect(later.field("checkout-province")).toHaveValue("44");
    await expect(later.field("checkout-street")).toHaveValue("解放南路 12 号");
    await expect(again.getByRole("radio", { name: words.say("checkout-payment-transfer") })).toBeChecked();
    await isHydrated(again);
    await expect(later.name).toHaveValue(GULNAR.name);
    await expect(later.field("checkout-province")).toHaveValue("44");
    await expect(again.getByTestId("checkout-freight")).toContainText(/\d/);
  });
});

test("another language has what was typed", { tag: "@script" }, async ({ page }) => {
  await withCart(page, es);
  const checkout = new CheckoutPage(page, es);
  await checkout.open();
  await isHydrated(page);
  await checkout.fill(GULNAR, STATION, "cash");
  await new Header(page, es).switchTo(ug);
  const inUyghur = new CheckoutPage(page, ug);
  await expect(inUyghur.name).toHaveValue(GULNAR.name);
  await expect(inUyghur.station).toHaveValue("B003");
  await inUyghur.place();
});

test("an order that was placed leaves no draft; a refused one does", { tag: "@script" }, async ({ page, quiet }) => {
  quiet.allowed.push(/status of 422/);
  await withCart(page, es);
  const checkout = new CheckoutPage(page, es);
  await checkout.open();
  await isHydrated(page);
  const draft = () => page.evaluate((key) => localStorage.getItem(key), KEY);
  await checkout.name.fill(GULNAR.name);
  await checkout.placeButton.click();
  await expect(page.getByRole("alert").first()).toContainText(es.say("error-invalid"));
  expect(await draft()).toContain(GULNAR.name);
  await checkout.fill(GULNAR, STATION, "cash");
  await checkout.place();
  await expect.poll(draft).toBeNull();
  await withCart(page, es);
  await checkout.open();
  await isHydrated(page);
  await expect(checkout.name).toHaveValue("");
});

test("a draft holds no key and no sum, and ends after a day", { tag: "@script" }, async ({ page }) => {
  await withCart(page, es);
  const checkout = new CheckoutPage(page, es);
  await checkout.open();
  await isHydrated(page);
  await checkout.name.fill(GULNAR.name);
  const names = await page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? "{}").typed.map(([name]: [string]) => name), KEY);
  expect(names).toContain("name");
  expect(names).not.toContain("key");
  expect(names).not.toContain("quote");
  await page.evaluate((key) => {
    const draft = JSON.parse(localStorage.getItem(key) ?? "{}");
    localStorage.setItem(key, JSON.stringify({ ...draft, at: draft.at - 25 * 3600 * 1000 }));
  }, KEY);
  await page.reload();
  await isHydrated(page);
  await expect(checkout.name).toHaveValue("");
});
