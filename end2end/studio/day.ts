// Who else is at work on a day: the Centre at its outgoing messages, a clerk at the desk of a station.

import type { Shop } from "../setup/server";
import { expect, type Page, type Words } from "../setup/test";

/** Signs in as somebody with this word, and waits for their work. */
export async function signIn(page: Page, words: Words, shop: Shop, role: string, path: string) {
  const { phone, password } = await shop.account(role);
  await page.goto(`/${words.language}/${path}`);
  await page.getByLabel(words.say("account-phone"), { exact: true }).fill(phone);
  await page.getByLabel(words.say("account-password"), { exact: true }).fill(password);
  await page.getByRole("button", { name: words.say("account-sign-in"), exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/${words.language}/${path}$`));
}

/** Where codes wait for whoever has no other way to get them. */
export class Outbox {
  /** The message whose code was read last. */
  private before = "";

  constructor(
    readonly page: Page,
    readonly words: Words,
  ) {}

  async signIn(shop: Shop) {
    await signIn(this.page, this.words, shop, "centre", "centre/outbox");
  }

  /** The newest one-time code, which is another than the one that was read before. */
  async code(): Promise<string> {
    const show = this.page.locator("[data-kind=one-time-code]").first().getByTestId("message-show");
    const id = show.locator("[name=id]");
    // A job takes it out within a moment; the code before it cannot be read any more then.
    await expect(async () => {
      await this.page.goto(`/${this.words.language}/centre/outbox`);
      await expect(show).toBeVisible({ timeout: 500 });
      await expect(id).not.toHaveValue(this.before, { timeout: 500 });
    }).toPass({ timeout: 20_000 });
    this.before = await id.inputValue();
    await show.getByRole("button").click();
    const said = await this.page.getByTestId("code").innerText();
    const code = /\d{6}/.exec(said.replaceAll(/[\s\u2066-\u2069]/g, ""))?.[0];
    if (!code) throw new Error(`no code in ${said}`);
    return code;
  }
}

/** The desk of a station. */
export class Desk {
  constructor(
    readonly page: Page,
    readonly words: Words,
  ) {}

  async signIn(shop: Shop) {
    await signIn(this.page, this.words, shop, "station.B001/clerk", "desk");
  }

  async find(code: string, tail: string) {
    await this.page.goto(`/${this.words.language}/desk`);
    const form = this.page.getByTestId("desk-find");
    await form.locator("[name=code]").fill(code);
    await form.locator("[name=tail]").fill(tail);
    await form.getByRole("button").click();
    await expect(this.page.getByTestId("order-code")).toHaveText(code);
  }

  /** Begins the shift that cash needs, with an empty drawer; one that runs goes on. */
  async startShift() {
    const start = this.page.getByTestId("shift-open");
    if ((await start.count()) === 0) return;
    await start.locator("[name=sum]").fill("0");
    await start.locator("[name=reason]").fill("0");
    await start.locator("button[name=command]").click();
    await expect(this.page.getByTestId("desk-cash")).toBeVisible();
  }

  /** Takes what is due, in cash. */
  async takeCash() {
    await this.startShift();
    const form = this.page.getByTestId("desk-cash");
    await form.getByRole("button", { name: this.words.say("desk-take-cash"), exact: true }).click();
    await expect(this.page.getByTestId("nothing-to-take")).toBeVisible();
  }

  /** Takes this step with the first part of the order, and waits for the page that says so: the next form is filled there. */
  async step(step: string) {
    const form = this.page.locator(`[data-testid^=desk-${step}-]`).first();
    const name = (await form.getAttribute("data-testid")) ?? "";
    await form.getByRole("button").click();
    await expect(this.page.getByTestId(name)).toHaveCount(0);
  }
}
