// In which amounts a size is sold: the least, the steps, the most; with scripts and without.

import { expect, test, Words } from "../setup/test";
import { Studio } from "./studio";

test.use({ shopNamed: "sizes", viewport: { width: 360, height: 560 } });

for (const language of ["ug", "es"] as const) {
  test(`a size is sold from an amount on and in steps, in ${language}`, async ({ page, shop, quiet }) => {
    quiet.allowed.push(/status of 422/);
    const words = new Words(language);
    const studio = new Studio(page, words);
    await studio.signIn(shop);
    await page.goto(`/${language}/studio/products`);
    const editor = await page.getByTestId("studio-product").first().getByRole("link").first().getAttribute("href");
    await page.goto(`${editor}/sizes`);
    const form = page.locator("[data-testid^=size-limit-]").first();
    const least = form.locator("[name^=least-]");
    const by = form.locator("[name^=by-]");
    const save = form.getByRole("button", { name: words.say("goods-most-save") });

    // Both buttons of a size stand beside one another.
    const hide = form.getByRole("button", { name: words.say("goods-size-hide") });
    const [first, second] = [await save.boundingBox(), await hide.boundingBox()];
    expect(first && second && Math.abs(first.y - second.y)).toBeLessThan(4);

    await least.fill("0");
    await by.fill("2");
    await save.click();
    await expect(form.locator("[id$=-error]")).toContainText(words.match("goods-portion-bounds"));
    await expect(least).toHaveValue("0");
    await expect(by).toHaveValue("2");

    await least.fill("٢");
    await save.click();
    await expect(page.getByText(words.say("goods-done"))).toBeVisible();
    await expect(least).toHaveValue("2");
    await expect(by).toHaveValue("2");
    expect(Number(await form.locator("[name^=most-]").inputValue()) % 2).toBe(0);
  });
}
