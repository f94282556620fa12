// A cooperative's work area: signing in, its shop page, its products.

import type { Sent } from "../setup/files";
import type { Shop } from "../setup/server";
import { expect, type Language, type Page, type Words } from "../setup/test";

/** The cooperative whose member signs in; it writes in Uyghur first. */
export const COOPERATIVE = "altun-badam";

export class Studio {
  constructor(
    readonly page: Page,
    readonly words: Words,
  ) {}

  async signIn(shop: Shop, role: string = COOPERATIVE) {
    const { phone, password } = await shop.account(role);
    await this.page.goto(`/${this.words.language}/studio`);
    await this.page.getByLabel(this.words.say("account-phone"), { exact: true }).fill(phone);
    await this.page.getByLabel(this.words.say("account-password"), { exact: true }).fill(password);
    await this.page.getByRole("button", { name: this.words.say("account-sign-in"), exact: true }).click();
    await expect(this.page.getByRole("main")).toContainText(this.words.say("studio-title"));
  }

  async openShopPage() {
    await this.page.goto(`/${this.words.language}/studio/shop`);
  }

  /** Opens the first part of this kind of the shop page. */
  async openPart(kind: string) {
    await this.openShopPage();
    await this.page.locator(`[data-testid=part][data-kind=${kind}]`).first().getByTestId("edit-part").click();
    await expect(this.page.getByTestId("part-form")).toBeVisible();
  }

  /** Shows the shop page to buyers. */
  async publish() {
    await this.openShopPage();
    await this.page.getByRole("button", { name: this.words.say("shopfront-publish"), exact: true }).click();
    await expect(this.page.getByText(this.words.say("shopfront-published"))).toBeVisible();
  }

  /** Opens the editor of the product called so in this language. */
  async openProduct(product: string) {
    await this.page.goto(`/${this.words.language}/studio/products`);
    await this.page.getByRole("link", { name: this.words.match("studio-product-edit", { product }) }).click();
    await expect(this.page.getByTestId("product-editor")).toBeVisible();
  }

  /** Makes a product of something sold by weight, a draft so far; its editor is open afterwards. */
  async newProduct({ name, category, price, stock }: { name: string; category: string; price: string; stock: string }) {
    await this.page.goto(`/${this.words.language}/studio/products/new`);
    const form = this.page.getByTestId("new-product");
    await form.locator("[name=name]").fill(name);
    await form.locator("[name=category]").selectOption(category);
    await form.locator("[name=sold][value=weight]").check();
    await form.locator("[name=price]").fill(price);
    await form.locator("[name=stock]").fill(stock);
    await form.getByRole("button", { name: this.words.say("goods-new-save"), exact: true }).click();
    await expect(this.page).toHaveURL(/created=1/);
  }

  /** Adds a picture to the product whose editor is open, and goes back there. */
  async addPicture(picture: string | Sent) {
    const editor = new URL(this.page.url()).pathname;
    await this.page.goto(`${editor}/pictures`);
    const form = this.page.locator("form", { has: this.page.locator("input[type=file]") });
    await form.locator("input[type=file]").setInputFiles(picture);
    await form.getByRole("button", { name: this.words.say("pictures-send"), exact: true }).click();
    await expect(this.page).toHaveURL(/added=1/);
    await this.page.goto(editor);
  }

  /** Shows the product whose editor is open to buyers, or asks the Centre to. */
  async publishProduct() {
    await this.page.getByTestId("step-publish").getByRole("button").click();
  }

  /** How the product stands whose editor is open. */
  get listing() {
    return this.page.getByTestId("listing");
  }

  /** The field of one language. */
  text(field: "studio-name" | "studio-description" | "studio-tagline" | "shopfront-field-text", language: Language) {
    const values = { field: this.words.say(field), language: this.words.say(`language-name-${language}`) };
    return this.page.getByRole("textbox", { name: this.words.match("studio-field-in", values) });
  }

  /** The price of the first size. */
  get price() {
    return this.page.getByTestId("offer-editor").first().getByLabel(this.words.say("studio-price"), { exact: true });
  }

  /** What there is of the first size. */
  get stock() {
    return this.page.getByTestId("offer-editor").first().locator("[name^=stock-]");
  }

  /** Saves the product whose editor is open; `said` tells when buyers see it. */
  async save(said: "studio-saved" | "studio-saved-draft" | "confirmation-saved" = "studio-saved") {
    await this.page.getByRole("button", { name: this.words.say("button-save"), exact: true }).click();
    await expect(this.page.getByText(this.words.say(said))).toBeVisible();
  }

  /** Saves a part of the shop page. */
  async savePart() {
    await this.page.getByRole("button", { name: this.words.say("button-save"), exact: true }).click();
    await expect(this.page.getByText(this.words.say("shopfront-saved"))).toBeVisible();
  }

  /** Takes this step with an order. */
  async takeStep(code: string, step: string) {
    await this.page.goto(`/${this.words.language}/studio/orders`);
    await this.page.getByRole("link", { name: code }).first().click();
    await this.page.getByTestId(`step-${step}`).getByRole("button").first().click();
    await expect(this.page.getByTestId(`step-${step}`)).toHaveCount(0);
  }

  /** The codes of the orders that came in, newest first. */
  async orders(): Promise<string[]> {
    await this.page.goto(`/${this.words.language}/studio/orders`);
    const codes = await this.page.getByRole("main").getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).allInnerTexts();
    return codes.map((code) => code.trim());
  }
}
