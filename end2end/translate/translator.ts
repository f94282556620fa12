// Somebody who translates the shop: in the list of texts, on a text's own page, and in the shop with its texts marked.

import type { Shop } from "../setup/server";
import { expect, type Language, type Locator, type Page, type Words } from "../setup/test";
import { signIn } from "../studio/day";

export class Translator {
  constructor(
    readonly page: Page,
    readonly words: Words,
  ) {}

  async signIn(shop: Shop, language: Language, role: "translator" | "reviewer" = "translator") {
    await signIn(this.page, this.words, shop, `language.${language}/${role}`, "translate");
  }

  async openList(query = "") {
    await this.page.goto(`/${this.words.language}/translate${query}`);
  }

  async open(unit: string) {
    await this.page.goto(`/${this.words.language}/translate/text/${unit}`);
    await expect(this.form).toBeVisible();
  }

  /** Shows the shop with its texts marked. */
  async enterShop() {
    await this.openList();
    await this.page.getByRole("button", { name: this.words.say("texts-mode-enter"), exact: true }).click();
    await expect(this.bar).toBeVisible();
  }

  async leaveShop() {
    await this.bar.getByRole("button", { name: this.words.say("texts-mode-leave"), exact: true }).click();
    await expect(this.bar).toHaveCount(0);
  }

  get bar() {
    return this.page.getByTestId("texts-bar");
  }

  /** The link to a text in the list of all texts of the page. */
  async linkInBar(unit: string): Promise<Locator> {
    await this.bar.locator("summary").click();
    return this.bar.locator(`a[data-unit="${unit}"]`).first();
  }

  get form() {
    return this.page.getByTestId("text-form");
  }

  /** Where the text is written; a text of several forms has one for each. */
  get field() {
    return this.form.locator("textarea[name=source]");
  }

  formField(key: string) {
    return this.form.locator(`textarea[name="form-${key}"]`);
  }

  get preview() {
    return this.page.getByTestId("text-preview");
  }

  get found() {
    return this.page.getByTestId("text-found");
  }

  chip(name: string) {
    return this.page.locator(`[data-chip="${name}"]`);
  }

  async write(text: string) {
    await this.field.fill(text);
  }

  /** Sends it. */
  async send() {
    await this.form.locator("button[name=do][value=suggest]").click();
  }

  /** Sends it, and it is taken. */
  async save() {
    await this.send();
    await expect(this.page).toHaveURL(/done=suggested/);
  }

  /** That a form did its work. */
  get done() {
    return this.page.locator("#notice[role=status]");
  }

  /** What it was to say, the newest first. */
  get versions() {
    return this.page.getByTestId("version");
  }

  /** Does something with the newest version. */
  async decide(command: "approve" | "withdraw" | "undo") {
    await this.versions.first().locator(`button[name=do][value=${command}]`).click();
    await expect(this.page).toHaveURL(new RegExp(`done=${command}`));
  }
}

/** A variable as it stands in a box: where that runs from right to left, marks that nobody sees keep it as it is written. */
export const inBox = (language: Language, name: string) => {
  const mark = language === "ug" ? "\u200E" : "";
  return `${mark}{ $${name} }${mark}`;
};

/** Keeps a finger on something until another page comes. */
export async function longPress(page: Page, target: Locator) {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error(`${target} is not on the screen`);
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const session = await page.context().newCDPSession(page);
  const left = page.waitForURL(/\/translate\/text\//);
  await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [point] });
  await left;
  await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await session.detach();
}

/** Scripts of translator mode listen. */
export async function isListening(page: Page) {
  await page.locator("html[data-texts]").waitFor();
}
