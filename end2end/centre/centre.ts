// The Centre at its desk: who wants to sell here, and what waits before buyers see it.

import type { Shop } from "../setup/server";
import { expect, type Locator, type Page, type Words } from "../setup/test";
import { Outbox, signIn } from "../studio/day";

export class Centre {
  readonly outbox: Outbox;

  constructor(
    readonly page: Page,
    readonly words: Words,
  ) {
    this.outbox = new Outbox(page, words);
  }

  async signIn(shop: Shop) {
    await signIn(this.page, this.words, shop, "centre", "centre/applications");
  }

  /** Opens the application of the cooperative called so. */
  async openApplication(name: string) {
    await this.page.goto(`/${this.words.language}/centre/applications`);
    await this.page.getByTestId("application").filter({ hasText: name }).getByRole("link").click();
    await expect(this.page.getByTestId("admit")).toBeVisible();
  }

  /** What the cooperative is to be called in addresses. */
  get slug() {
    return this.page.getByTestId("admit").getByLabel(this.words.say("application-slug"), { exact: true });
  }

  async pressAdmit() {
    const form = this.page.getByTestId("admit");
    await form.getByRole("button", { name: this.words.say("application-admit"), exact: true }).click();
  }

  async admit(slug: string) {
    await this.slug.fill(slug);
    await this.pressAdmit();
    await expect(this.page.getByText(this.words.say("application-done-admit"))).toBeVisible();
  }

  /** The line of a product in the list of what waits. */
  waiting(product: string): Locator {
    return this.page.getByTestId("waiting").filter({ hasText: product });
  }

  async openList() {
    await this.page.goto(`/${this.words.language}/centre/confirmations`);
  }

  /** Opens what waits of a product. */
  async openWaiting(product: string) {
    await this.openList();
    await this.waiting(product).getByRole("link").click();
    await expect(this.confirmButton).toBeVisible();
  }

  get confirmButton() {
    const form = this.page.getByTestId("confirm");
    return form.getByRole("button", { name: this.words.say("confirmation-confirm"), exact: true });
  }

  get reason() {
    return this.page.getByLabel(this.words.say("confirmation-reason"), { exact: true });
  }

  get sendBackButton() {
    const form = this.page.getByTestId("send-back");
    return form.getByRole("button", { name: this.words.say("confirmation-send-back"), exact: true });
  }

  /** Each text that is another one, with its language. */
  get texts() {
    return this.page.getByTestId("text-change");
  }

  /** Each size that is new or costs something else. */
  get offers() {
    return this.page.getByTestId("offer-change");
  }

  /** The pictures, when they are others. */
  get pictures() {
    return this.page.getByTestId("picture-change");
  }

  async confirm() {
    await this.confirmButton.click();
    await expect(this.page.getByText(this.words.say("confirmation-confirmed"))).toBeVisible();
  }

  async sendBack(reason: string) {
    await this.reason.fill(reason);
    await this.sendBackButton.click();
    await expect(this.page.getByText(this.words.say("confirmation-sent"))).toBeVisible();
  }
}
