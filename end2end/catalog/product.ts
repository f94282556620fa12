// A product's page: choosing how much, and putting it into the cart.

import { expect, type Page, type Words } from "../setup/test";

export class ProductPage {
  constructor(
    readonly page: Page,
    readonly words: Words,
  ) {}

  /** Several sizes and pictures, in all three languages, and never out of season. */
  static readonly USUAL = "thin-shell-badam";

  async open(slug: string = ProductPage.USUAL) {
    await this.page.goto(`/${this.words.language}/products/${slug}`);
    await expect(this.name).toBeVisible();
  }

  /** From a shelf of another page. */
  async openFrom(shelf: string) {
    const section = this.page.getByRole("main").locator("section").filter({
      has: this.page.getByRole("heading", { level: 2, name: shelf, exact: true }),
    });
    const product = section.getByRole("article").first();
    const name = (await product.getByRole("heading", { level: 3 }).innerText()).trim();
    await product.getByRole("link", { name }).click();
    await expect(this.name).toContainText(name);
    return name;
  }

  get name() {
    return this.page.getByRole("heading", { level: 1 });
  }

  /** The form that stays under the thumb. */
  get form() {
    return this.page.locator("form").filter({ has: this.page.getByRole("button", { name: this.words.say("button-add-to-cart") }) }).first();
  }

  get amount() {
    return this.form.getByRole("textbox");
  }

  get addButton() {
    return this.form.getByRole("button", { name: this.words.say("button-add-to-cart") });
  }

  get more() {
    return this.form.getByRole("button", { name: this.words.say("island-step-more"), exact: true });
  }

  get less() {
    return this.form.getByRole("button", { name: this.words.say("island-step-less"), exact: true });
  }

  /** What is said beside an amount that cannot be ordered. */
  get problem() {
    return this.form.getByTestId("quantity-error");
  }

  /** What adding comes to, shown in the button. */
  get sum() {
    return this.form.getByTestId("purchase-total");
  }

  /** Adds what is chosen and waits until the shop says so: for a moment, or on the page one came back to. */
  async add() {
    await this.addButton.click();
    const inPassing = this.page.getByRole("status").filter({ hasText: /\p{Nd}/u });
    const onThePage = this.page.getByText(this.words.say("cart-added"));
    await expect(inPassing.or(onThePage).first()).toBeVisible();
    await expect(this.page.getByTestId("cart-count")).toHaveText(/\p{Nd}/u);
  }
}
