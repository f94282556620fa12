// Forms are sent while the document stays, and what they answer is read where it stands.

import { CheckoutPage, GULNAR, STATION } from "../checkout/checkout";
import { atCheckout, withCart } from "../checkout/shopper";
import { expect, inEachLanguage, test, Words } from "../setup/test";
import { hold, isReady, staysTheSame } from "./moving";

const es = new Words("es");

inEachLanguage((words, language) => {
  test(`a search in ${language} keeps the document`, { tag: "@script" }, async ({ page }) => {
    await page.goto(`/${language}`);
    await isReady(page);
    const same = await staysTheSame(page);
    // With suggestions a combobox.
    const field = page.locator("header [name=q]");
    await field.fill("badam");
    await field.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/${language}/search\\?q=badam$`));
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await expect(field).toHaveValue("badam");
    expect(await same()).toBe(true);
    await page.goBack();
    await expect(page).toHaveURL(new RegExp(`/${language}$`));
  });

  test(`an order in ${language} that is not right yet leads to what is wrong`, { tag: "@script" }, async ({ page, quiet }) => {
    quiet.allowed.push(/status of 422/);
    await withCart(page, words);
    const checkout = new CheckoutPage(page, words);
    await checkout.open();
    await isReady(page);
    const same = await staysTheSame(page);
    const entries = await page.evaluate(() => history.length);
    await checkout.phone.fill("138 0013");
    await checkout.placeButton.click();
    await expect(page.getByRole("alert").filter({ hasText: words.say("error-invalid") })).toBeFocused();
    await expect(checkout.phone).toHaveValue("138 0013");
    await expect(page).toHaveURL(new RegExp(`/${language}/checkout$`));
    expect(await page.evaluate(() => history.length)).toBe(entries);

    // The page one has now is as good as the one loaded.
    await checkout.fill(GULNAR, STATION, "cash");
    await checkout.place();
    expect(await same()).toBe(true);
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  });
});

test("what changed meanwhile is said, and focus goes there", { tag: "@script" }, async ({ page, quiet }) => {
  quiet.allowed.push(/status of 409/);
  const checkout = await atCheckout(page, es);
  await isReady(page);
  // The cart grows in another tab.
  const other = await page.context().newPage();
  await withCart(other, es, "green-raisins");
  await other.close();
  await checkout.placeButton.click();
  await expect(checkout.changes).toBeFocused();
  await checkout.agreeButton.click();
  await expect(page.getByTestId("thanks")).toContainText(es.say("orders-thanks"));
});

test("a form that could not be sent says so beside it, and goes out when it is pressed again", { tag: "@script" }, async ({ page, context, quiet }) => {
  quiet.allowed.push(/ERR_INTERNET_DISCONNECTED/);
  const checkout = await atCheckout(page, es);
  await isReady(page);
  await context.setOffline(true);
  await checkout.placeButton.click();
  await expect(page.getByRole("alert").filter({ hasText: es.say("island-offline") })).toBeFocused();
  await expect(checkout.phone).toHaveValue(GULNAR.phone);
  await context.setOffline(false);
  await checkout.place();
});

test("pressing twice sends once", { tag: "@script" }, async ({ page }) => {
  const checkout = await atCheckout(page, es);
  await isReady(page);
  let sent = 0;
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/es/checkout")) sent += 1;
  });
  const answer = await hold(page, "**/es/checkout");
  await checkout.placeButton.click({ noWaitAfter: true });
  await checkout.placeButton.click({ noWaitAfter: true, force: true });
  await answer.release();
  await expect(page.getByTestId("thanks")).toContainText(es.say("orders-thanks"));
  expect(sent).toBe(1);
});

test("a work area's form is sent the ordinary way", { tag: "@script" }, async ({ page, shop }) => {
  const { phone, password } = await shop.account("centre");
  await page.goto("/es/account/sign-in");
  await page.getByLabel(es.say("account-phone")).first().fill(phone);
  await page.getByLabel(es.say("account-password"), { exact: true }).first().fill(password);
  const same = await staysTheSame(page);
  await page.getByRole("button", { name: es.say("account-sign-in"), exact: true }).first().click();
  await expect(page).toHaveURL(/\/es\/(centre|account\/work)/);
  expect(await same()).toBe(false);
});
