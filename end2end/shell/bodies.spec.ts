// For every body: colours chosen by the system, large letters, thumbs.

import { ProductPage } from "../catalog/product";
import { withCart } from "../checkout/shopper";
import { expect, inEachLanguage, type Page, test, Words } from "../setup/test";
import { PUBLIC_PAGES } from "./pages";

const es = new Words("es");

/** How one of several looks, as far as a browser with its own colours draws it. */
const look = (page: Page, name: string, is: string) =>
  page.locator(`.c-choice:has([name=${name}]${is}) .c-choice__text`).first().evaluate((card) => {
    const { outlineStyle, outlineWidth, borderTopWidth, borderTopStyle } = getComputedStyle(card);
    return [outlineStyle, outlineWidth, borderTopWidth, borderTopStyle].join(" ");
  });

test("with the system's own colours what is chosen can be told", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await new ProductPage(page, es).open();
  expect(await look(page, "offer", ":checked")).not.toBe(await look(page, "offer", ":not(:checked)"));
  await withCart(page, es);
  await page.goto("/es/checkout");
  for (const name of ["delivery", "payment"]) {
    expect(await look(page, name, ":checked"), name).not.toBe(await look(page, name, ":not(:checked)"));
  }
  await page.goto("/es/products");
  const [here, elsewhere] = await page.locator(".c-menu a").evaluateAll((links) => {
    const outline = (link: Element) => getComputedStyle(link).outlineStyle;
    const all = links.filter((link) => link.getBoundingClientRect().width > 0);
    return [all.filter((link) => link.ariaCurrent), all.filter((link) => !link.ariaCurrent)].map((some) => outline(some[0]));
  });
  expect(here).not.toBe(elsewhere);
});

test("letters grow with the size the reader set in the browser", { tag: "@script" }, async ({ page }) => {
  for (const path of Object.values(PUBLIC_PAGES)) {
    await page.goto(`/es${path}`);
    const fixed = await page.evaluate(() => {
      const texts = [...document.querySelectorAll("body *")].filter((element) =>
        [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
      );
      const sizes = () => texts.map((element) => Number.parseFloat(getComputedStyle(element).fontSize));
      const before = sizes();
      document.documentElement.style.fontSize = "200%";
      const after = sizes();
      document.documentElement.style.fontSize = "";
      return texts.filter((_, place) => after[place] < before[place] * 1.9).map((element) => element.outerHTML.slice(0, 80));
    });
    expect(fixed, path).toEqual([]);
  }
});

inEachLanguage((words, language) => {
  test(`what one presses is as large as a thumb in ${language}`, { tag: "@script" }, async ({ page }) => {
    await withCart(page, words);
    for (const path of [...Object.values(PUBLIC_PAGES), "/cart", "/checkout"]) {
      await page.goto(`/${language}${path}`);
      const small = await page.evaluate(() => {
        const all = [...document.querySelectorAll<HTMLElement>("a[href], button, input:not([type=hidden]), select, summary, textarea")];
        return all
          .filter((control) => control.checkVisibility({ visibilityProperty: true }) && !control.matches(".c-hidden, .c-hidden *, .c-skip"))
          // In a sentence a link is as high as its line.
          .filter((control) => !(control.matches("a") && control.closest("p, li, dd") && getComputedStyle(control).display === "inline"))
          .map((control) => ({ control, box: (control.closest("label.c-choice, label.c-check") ?? control).getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.width < 47.5 || box.height < 47.5))
          .map(({ control, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${control.outerHTML.slice(0, 90)}`);
      });
      expect(small, path).toEqual([]);
    }
  });
});
