// What is printed is the page itself.

import { expect, test } from "../setup/test";

test("a page is printed without the shop's menu round it", async ({ page }) => {
  await page.goto("/zh/about");
  const [header, footer] = [page.locator(".c-header"), page.locator(".c-footer")];
  await expect(header).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("main")).toBeVisible();
  await expect(header).toBeHidden();
  await expect(footer).toBeHidden();
});
