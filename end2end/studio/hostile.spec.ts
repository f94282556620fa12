// Abuse case A-40: a member writes markup into texts that the whole shop shows. It is text, wherever it stands.

import { withCart } from "../checkout/shopper";
import { ProductPage } from "../catalog/product";
import { expect, LANGUAGES, test, Words } from "../setup/test";
import { COOPERATIVE, Studio } from "./studio";

test.use({ shopNamed: "hostile" });

const TAGS = [
  `"><script>alert(1)</script>`,
  `</script><script>alert(1)</script>`,
  `</textarea></title></style><img src=x onerror=alert(1)>`,
  `<!--</bdi><svg/onload=alert(1)>`,
];

// A name is no tag; all else that could leave a text is taken.
const NAMES = [
  `"> onmouseover=alert(1) autofocus x="`,
  `' onfocus='alert(2)`,
  `&lt;script&gt;alert(1)&lt;/script&gt;`,
  `{{7*7}} < 3 -->`,
];

for (const [number, attack] of NAMES.entries()) {
  test(`nothing runs, and everybody reads ${attack}`, { tag: "@script" }, async ({ page, shop, someoneElse }) => {
    const words = new Words("es");
    const studio = new Studio(page, words);
    await studio.signIn(shop);
    // The first product of the list: its name is an earlier attack by now.
    await page.goto("/es/studio/products");
    await page.getByTestId("studio-product").first().getByRole("link").first().click();
    for (const language of LANGUAGES) {
      await studio.text("studio-name", language).fill(attack);
      await studio.text("studio-description", language).fill(TAGS[number]);
    }
    await studio.save();

    const reader = await someoneElse();
    for (const language of LANGUAGES) {
      await reader.goto(`/${language}/shops/${COOPERATIVE}`);
      await expect(reader.getByRole("main").getByText(attack).first()).toBeVisible();
      await expect(reader.getByRole("heading", { name: attack }).first()).toBeVisible();
      for (const path of ["", "/products", "/shops", `/search?q=${encodeURIComponent(attack)}`]) {
        await reader.goto(`/${language}${path}`);
        await expect(reader.getByRole("main")).toBeVisible();
      }
    }
    const named = reader.getByRole("heading", { level: 3, name: attack }).first();
    await reader.goto(`/es/shops/${COOPERATIVE}`);
    const path = new URL((await reader.getByRole("link").filter({ has: named }).first().getAttribute("href")) ?? "", page.url()).pathname;
    const slug = path.split("/").at(-1);
    await reader.goto(path);
    await expect(new ProductPage(reader, words).name).toContainText(attack);
    await expect(reader.getByRole("main")).toContainText(TAGS[number]);
    await expect(reader).toHaveTitle(`${attack} · ${words.say("site-name")}`);
    const cart = await withCart(reader, words, slug);
    await cart.open();
    await expect(cart.lines).toContainText(attack);
  });
}

test("what a buyer searches for is text too", { tag: "@script" }, async ({ page }) => {
  for (const attack of [...TAGS, ...NAMES]) {
    await page.goto(`/es/search?q=${encodeURIComponent(attack)}`);
    await expect(page.getByRole("searchbox")).toHaveValue(attack);
    await expect(page.getByRole("main")).toContainText(attack);
  }
});
