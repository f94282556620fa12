// What stands round every page: the ways through the shop, and the cart's number.

import { expect, type Page, type Words } from "../setup/test";

export class Header {
  constructor(
    readonly page: Page,
    readonly words: Words,
  ) {}

  get menu() {
    return this.page.getByRole("navigation", { name: this.words.say("nav-main"), exact: true });
  }

  get languages() {
    return this.page.getByRole("navigation", { name: this.words.say("nav-language"), exact: true });
  }

  /** The number beside the cart; hidden while there is none. */
  get badge() {
    return this.page.getByTestId("cart-count");
  }

  async openHome() {
    await this.page.goto(`/${this.words.language}`);
  }

  async toProducts() {
    await this.menu.getByRole("link", { name: this.words.say("shell-products-short") }).click();
    await expect(this.page).toHaveURL(new RegExp(`/${this.words.language}/products$`));
  }

  async toCart() {
    await this.menu.getByRole("link", { name: this.words.say("shell-cart-short") }).click();
    await expect(this.page).toHaveURL(new RegExp(`/${this.words.language}/cart$`));
    await expect(this.page.getByRole("heading", { level: 1, name: this.words.say("cart-title") })).toBeVisible();
  }

  /** This page in another language, by the link of that name. */
  async switchTo(other: Words) {
    await this.languages.getByRole("link", { name: other.native, exact: true }).click();
    await expect(this.page.locator("html")).toHaveAttribute("lang", other.language === "zh" ? "zh-Hans" : other.language);
  }
}

/** Waits until the islands listen: earlier clicks take the ordinary way. */
export async function isHydrated(page: Page) {
  await expect(page.locator("html")).toHaveAttribute("data-hydrated", "true");
}
