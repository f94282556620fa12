// A form that is not right yet: what was typed stays, and what is wrong is said beside the field.

import { expect, inEachLanguage, test, Words } from "../setup/test";
import { isHydrated } from "../shell/header";
import { CheckoutPage, GULNAR } from "./checkout";
import { withCart } from "./shopper";

inEachLanguage((words, language) => {
  test(`missing fields and a wrong number in ${language}`, async ({ page, quiet }) => {
    quiet.allowed.push(/status of 422/);
    await withCart(page, words);
    const checkout = new CheckoutPage(page, words);
    await checkout.open();
    await checkout.phone.fill("138 0013");
    await page.getByRole("textbox", { name: words.say("checkout-note") }).fill("Toca fuerte\nدوستۇم");
    await checkout.choose("checkout-payment-cash");
    await checkout.placeButton.click();

    await expect(page.getByRole("alert")).toContainText(words.say("error-invalid"));
    for (const [field, error] of [
      [checkout.name, "field-error-required"],
      [checkout.phone, "field-error-invalid-phone"],
      [checkout.station, "field-error-required"],
    ] as const) {
      await expect(field).toHaveAttribute("aria-invalid", "true");
      await expect(field).toHaveAccessibleDescription(new RegExp(words.match(error).source));
    }
    await expect(checkout.phone).toHaveValue("138 0013");
    await expect(page.getByRole("textbox", { name: words.say("checkout-note") })).toHaveValue("Toca fuerte\nدوستۇم");

    // The list at the top leads to the field, and loses nothing.
    await checkout.name.fill(GULNAR.name);
    await page.getByRole("alert").getByRole("link", { name: words.say("checkout-phone") }).click();
    await expect(checkout.phone).toBeInViewport();
    await expect(checkout.phone).toHaveValue("138 0013");
    await expect(checkout.name).toHaveValue(GULNAR.name);

    await checkout.phone.fill(GULNAR.phone);
    await checkout.station.selectOption("B003");
    await checkout.place();
  });
});

inEachLanguage((words, language) => {
  test(`an address without its street in ${language} keeps the rest`, async ({ page, quiet }) => {
    quiet.allowed.push(/status of 422/);
    await withCart(page, words);
    const checkout = new CheckoutPage(page, words);
    await checkout.open();
    const address = { province: "44", city: "广州市", district: "天河区", street: "" };
    await checkout.fill(GULNAR, { address }, "transfer");
    await checkout.placeButton.click();
    await expect(checkout.field("checkout-street")).toHaveAccessibleDescription(words.match("field-error-required"));
    await expect(checkout.field("checkout-province")).toHaveValue("44");
    await expect(checkout.field("checkout-city")).toHaveValue("广州市");
    await expect(checkout.name).toHaveValue(GULNAR.name);
  });
});

test("numbers are read as people write them", async ({ page }) => {

  const words = new Words("zh");
  await withCart(page, words);
  const checkout = new CheckoutPage(page, words);
  await checkout.open();
  await checkout.fill({ name: "阿依古丽", phone: "＋８６ 138-0013-8000" }, { station: "B003" }, "cash");
  await checkout.place();
  await expect(page.getByRole("main")).toContainText("138****8000");
});

inEachLanguage((words, language) => {
  test(`a wrong number in ${language} is said as soon as the field is left`, { tag: "@script" }, async ({ page }) => {
    await withCart(page, words);
    const checkout = new CheckoutPage(page, words);
    await checkout.open();
    await isHydrated(page);
    await checkout.phone.fill("138 0013");
    await checkout.phone.blur();
    await expect(checkout.phone).toHaveAttribute("aria-invalid", "true");
    await expect(checkout.phone).toHaveAccessibleDescription(words.match("field-error-invalid-phone"));
    await checkout.phone.fill(GULNAR.phone);
    await checkout.phone.blur();
    await expect(checkout.phone).not.toHaveAttribute("aria-invalid", "true");
  });
});

test("the freight follows the province", { tag: "@script" }, async ({ page }) => {

  const words = new Words("es");
  await withCart(page, words);
  const checkout = new CheckoutPage(page, words);
  await checkout.open();
  await isHydrated(page);
  const before = await checkout.total.innerText();
  await checkout.choose("checkout-delivery-address");
  await checkout.field("checkout-province").selectOption("65");
  await expect(page.getByTestId("checkout-freight")).toContainText(/\d/);
  await expect(checkout.total).not.toHaveText(before);
});
