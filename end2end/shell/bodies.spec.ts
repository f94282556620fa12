// For every body: colours chosen by the system, large letters, thumbs, less motion, languages told, focus kept.

import { ProductPage } from "../catalog/product";
import { CartPage } from "../cart/cart";
import { withCart, withOrder } from "../checkout/shopper";
import { expect, inEachLanguage, type Page, test, Words } from "../setup/test";
import { signIn } from "../studio/day";
import { Studio } from "../studio/studio";
import { isReady } from "./moving";
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

/** Texts that do not grow with the reader's own size of letters. */
const fixedLetters = (page: Page) =>
  page.evaluate(() => {
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

test("letters grow with the size the reader set in the browser", { tag: "@script" }, async ({ page }) => {
  for (const path of Object.values(PUBLIC_PAGES)) {
    await page.goto(`/es${path}`);
    expect(await fixedLetters(page), path).toEqual([]);
  }
});

test("they grow in the work areas, too", { tag: "@script" }, async ({ page, shop }) => {
  await new Studio(page, es).signIn(shop);
  for (const path of ["", "/orders", "/packing", "/products/1", "/stock", "/shop", "/figures"]) {
    await page.goto(`/es/studio${path}`);
    expect.soft(await fixedLetters(page), path).toEqual([]);
  }
});

/** What on a page is smaller than a thumb: its size and its beginning. */
const small = (page: Page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>("a[href], button, input:not([type=hidden]), select, summary, textarea")];
    return all
      .filter((control) => control.checkVisibility({ visibilityProperty: true }) && !control.matches(".c-hidden, .c-hidden *, .c-skip"))
      // In a sentence a link is as high as its line; where a whole card is pressed, so is the link in it.
      .filter((control) => !(control.matches("a") && control.closest("p, li, dd") && getComputedStyle(control).display === "inline"))
      .filter((control) => getComputedStyle(control, "::after").inset !== "0px")
      .map((control) => ({ control, box: (control.closest("label:has(input)") ?? control).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 47.5 || box.height < 47.5))
      .map(({ control, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${control.outerHTML.slice(0, 90)}`);
  });

inEachLanguage((words, language) => {
  test(`what one presses is as large as a thumb in ${language}`, { tag: "@script" }, async ({ page }) => {
    await withCart(page, words);
    for (const path of [...Object.values(PUBLIC_PAGES), "/cart", "/checkout"]) {
      await page.goto(`/${language}${path}`);
      expect.soft(await small(page), path).toEqual([]);
    }
    await withOrder(page, words);
    expect.soft(await small(page), "the order").toEqual([]);
    // All that is folded can be opened, and what is in it is pressed too.
    await page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));
    expect.soft(await small(page), "the order, unfolded").toEqual([]);
  });
});

const STUDIO = ["", "/orders", "/packing", "/products", "/products/1", "/products/new", "/stock", "/questions", "/reports", "/shop", "/figures", "/account", "/cooperative", "/members"];
const CENTRE = ["/money", "/money/payouts", "/outbox", "/settings", "/cooperatives", "/applications", "/damage", "/stations", "/categories", "/audit"];

for (const language of ["ug", "zh"] as const) {
  const words = new Words(language);

  test(`what a cooperative presses is as large as a thumb in ${language}`, { tag: "@script" }, async ({ page, shop }) => {
    await new Studio(page, words).signIn(shop);
    for (const path of STUDIO) {
      await page.goto(`/${language}/studio${path}`);
      expect.soft(await small(page), path).toEqual([]);
    }
  });

  test(`what the Centre presses is as large as a thumb in ${language}`, { tag: "@script" }, async ({ page, shop }) => {
    await signIn(page, words, shop, "centre", "centre/money");
    for (const path of CENTRE) {
      await page.goto(`/${language}/centre${path}`);
      expect.soft(await small(page), path).toEqual([]);
    }
  });
}

test("nothing moves for who asked for less motion", { tag: "@script" }, async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const path of Object.values(PUBLIC_PAGES)) {
    await page.goto(`/es${path}`);
    const moving = await page.evaluate(() => {
      document.documentElement.toggleAttribute("data-navigating", true);
      const looks = (element: Element) => [getComputedStyle(element), getComputedStyle(element, "::after")];
      const moves = ({ transitionDuration, animationName, scrollBehavior }: CSSStyleDeclaration) =>
        transitionDuration.split(", ").some((time) => time !== "0s") || animationName !== "none" || scrollBehavior === "smooth";
      const all = [document.documentElement, ...document.querySelectorAll("body *")];
      return all.filter((element) => looks(element).some(moves)).map((element) => element.outerHTML.slice(0, 80));
    });
    expect.soft(moving, path).toEqual([]);
  }
});

/** The letters that only one of the shop's languages is written in. */
const SCRIPTS = { ug: "\\p{Script=Arabic}", zh: "\\p{Script=Han}" } as const;

inEachLanguage((_, language) => {
  test(`words of another language say so in ${language}`, { tag: "@script" }, async ({ page }) => {
    for (const path of Object.values(PUBLIC_PAGES)) {
      await page.goto(`/${language}${path}`);
      for (const [other, letters] of Object.entries(SCRIPTS).filter(([other]) => other !== language)) {
        const unsaid = await page.evaluate(
          ([other, letters]) => {
            const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            const found: string[] = [];
            for (let text = texts.nextNode(); text; text = texts.nextNode()) {
              const around = text.parentElement;
              // What somebody is called is of no language.
              if (!around || around.closest("script, style, template, .c-person h3")) continue;
              const lang = around.closest<HTMLElement>("[lang]")?.lang ?? "";
              if (new RegExp(letters, "u").test(text.textContent ?? "") && !lang.startsWith(other)) found.push(text.textContent ?? "");
            }
            return found;
          },
          [other, letters],
        );
        expect.soft(unsaid, `${other} in ${path}`).toEqual([]);
      }
    }
  });

  test(`after each action in ${language} the keyboard goes on from somewhere`, { tag: "@script" }, async ({ page }) => {
    const words = new Words(language);
    const isLost = () => page.evaluate(() => document.activeElement === document.body || !document.activeElement);
    const goesOn = (what: string) => expect.poll(isLost, { message: what }).toBe(false);
    const product = new ProductPage(page, words);
    await product.open();
    await isReady(page);
    await product.addButton.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByTestId("cart-count")).toHaveText(/\d/);
    await goesOn("added to the cart");
    const cart = new CartPage(page, words);
    await cart.open();
    await isReady(page);
    await cart.lines.first().getByRole("textbox").fill("2");
    await page.keyboard.press("Enter");
    await goesOn("the amount is another");
    await page.goto(`/${language}/products`);
    await isReady(page);
    await page.locator(".c-tabs a").nth(1).focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\?/);
    await goesOn("another order of the list");
    await withOrder(page, words);
    await isReady(page);
    const part = page.getByTestId("messages");
    await part.locator("summary").click();
    await part.locator("textarea").fill("?");
    await part.getByRole("button", { name: words.say("talk-send"), exact: true }).press("Enter");
    await expect(page.getByTestId("message-sent")).toBeVisible();
    await goesOn("a message is sent");
  });
});
