// The cart's page.

import { expect, type Page, type Words } from "../setup/test";

export class CartPage {
  constructor(
    readonly page: Page,
    readonly words: Words,
  ) {}

  async open() {
    await this.page.goto(`/${this.words.language}/cart`);
  }

  get lines() {
    return this.page.getByTestId("cart-line");
  }

  get goods() {
    return this.page.getByTestId("cart-goods");
  }

  /** How much of a product. */
  quantity(product: string) {
    return this.page.getByRole("textbox", { name: this.words.match("cart-quantity-named", { product }) });
  }

  async update() {
    await this.page.getByTestId("cart-update").click();
  }

  async remove(product: string) {
    await this.page.getByRole("button", { name: this.words.match("cart-remove-named", { product }) }).click();
  }

  get isEmpty() {
    return this.page.getByRole("heading", { name: this.words.say("cart-empty-title") });
  }

  async checkOut() {
    await this.page.getByRole("button", { name: this.words.say("button-checkout"), exact: true }).click();
    await expect(this.page.getByRole("heading", { level: 1, name: this.words.say("checkout-title") })).toBeVisible();
  }
}
