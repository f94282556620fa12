// Going about a page without a finger or a mouse.

import { expect, type Locator, type Page } from "./test";

/** More stops than any page has. */
const MOST_STOPS = 150;

/** Presses Tab until `target` has the focus, which is then to be seen. */
export async function tabTo(page: Page, target: Locator) {
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      await expect(target).toBeInViewport();
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not come to ${target}`);
}

/** Types into a field that Tab leads to. */
export async function typeInto(page: Page, field: Locator, text: string) {
  await tabTo(page, field);
  await page.keyboard.type(text);
  await expect(field).toHaveValue(text);
}

/** Follows a link, or presses a button, that Tab leads to. */
export async function press(page: Page, target: Locator) {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}
