// An order after it was placed, and finding it again.

import { expect, type Page, type Words } from "../setup/test";

export class OrderPage {
  constructor(
    readonly page: Page,
    readonly words: Words,
  ) {}

  get code() {
    return this.page.getByTestId("order-code");
  }

  get total() {
    return this.page.getByTestId("order-total");
  }

  get status() {
    return this.page.getByTestId("order-status");
  }

  get parts() {
    return this.page.getByTestId("order-part");
  }

  get reference() {
    return this.page.getByTestId("payment-reference");
  }

  async codeText(): Promise<string> {
    await expect(this.code).toHaveText(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    return (await this.code.innerText()).trim();
  }

  /** The way of somebody who only has a note with the code. */
  async find(code: string, tail: string) {
    await this.page.goto(`/${this.words.language}`);
    await this.page.getByRole("link", { name: this.words.say("shell-footer-order"), exact: true }).click();
    await this.page.getByRole("textbox", { name: this.words.say("orders-code"), exact: true }).fill(code);
    await this.page.getByRole("textbox", { name: this.words.say("orders-tail"), exact: true }).fill(tail);
    await this.page.getByRole("button", { name: this.words.say("orders-show"), exact: true }).click();
  }
}
