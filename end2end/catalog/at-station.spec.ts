// What can be collected at one's own station: a cooperative that does not bring its goods there is left out of lists, searches
// and the checkout's choice. On the smallest phone, with and without scripts.

import { CheckoutPage } from "../checkout/checkout";
import { expect, type Page, test, Words } from "../setup/test";
import { signIn } from "../studio/day";
import { COOPERATIVE } from "../studio/studio";
import { ProductPage } from "./product";

test.use({ shopNamed: "at-station", viewport: { width: 360, height: 560 } });
test.slow();

/** The township of a station that gets the goods, and of one that does not. */
const TOWNSHIP = "badamche";
const [NEAR, FAR] = ["B003", "B021"];

const form = (page: Page) => page.locator(".c-filters form");
const usual = (page: Page) => page.getByRole("article").locator(`a[href$="/products/${ProductPage.USUAL}"]`);

/** Narrows the list to what was typed as one's station. */
async function narrow(page: Page, words: Words, typed: string) {
  if (!(await form(page).isVisible())) await page.locator(".c-filters > summary").click();
  await form(page).locator("[name=station]").fill(typed);
  await form(page).getByRole("button", { name: words.say("catalog-filter-apply"), exact: true }).click();
}

for (const language of ["ug", "es"] as const) {
  const words = new Words(language);

  test(`goods that do not come to one's station are left out, in ${language}`, async ({ page, shop, someoneElse }) => {
    const centre = await someoneElse();
    await signIn(centre, words, shop, "centre", "centre/cooperatives");
    await centre.goto(`/${language}/centre/cooperatives/${COOPERATIVE}`);
    const collection = centre.getByTestId("collection");
    for (const box of await collection.getByRole("checkbox").all()) await box.setChecked((await box.getAttribute("name")) === `township-${TOWNSHIP}`);
    await collection.getByRole("button", { name: words.say("button-save"), exact: true }).click();
    await expect(centre.getByText(words.say("centre-collection-done"))).toBeVisible();

    // A number that is on no sign is said beside its field, and narrows nothing.
    await page.goto(`/${language}/products?category=badam`);
    await narrow(page, words, "X999");
    const field = form(page).locator("[name=station]");
    await expect(field).toBeVisible();
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveValue("X999");
    await expect(usual(page)).toHaveCount(1);

    // However it is written.
    const chips = page.getByRole("list", { name: words.say("catalog-filter-chosen") }).getByRole("link");
    await narrow(page, words, ` ${NEAR.toLowerCase()} `);
    await expect(chips.filter({ hasText: NEAR })).toHaveCount(1);
    await expect(usual(page)).toHaveCount(1);
    await expect(field).toHaveValue(NEAR);

    await narrow(page, words, FAR);
    await expect(chips.filter({ hasText: FAR })).toHaveCount(1);
    await expect(page.locator(`.c-filters input[name=shop][value="${COOPERATIVE}"]`)).toHaveCount(0);
    await expect(usual(page)).toHaveCount(0);
    await chips.filter({ hasText: FAR }).click();
    await expect(page).toHaveURL(new RegExp(`/${language}/products\\?category=badam$`));
    await expect(usual(page)).toHaveCount(1);

    // The product says where it goes, and the checkout offers no other station.
    const product = new ProductPage(page, words);
    await product.open();
    await expect(page.getByTestId("collected-in")).toBeVisible();
    await product.add();
    const checkout = new CheckoutPage(page, words);
    await checkout.open();
    await checkout.choose("checkout-delivery-station");
    await expect(checkout.station.locator(`option[value=${NEAR}]`)).toHaveCount(1);
    await expect(checkout.station.locator(`option[value=${FAR}]`)).toHaveCount(0);
    await expect(page.getByTestId("fewer-stations")).toBeVisible();
  });
}
