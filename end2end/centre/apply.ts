// Asking to sell here: the form, and the page that says how it stands.

import type { Sent } from "../setup/files";
import { expect, type Page, type Words } from "../setup/test";
import type { Outbox } from "../studio/day";
import type { Centre } from "./centre";

/** A cooperative that wants to sell here, and what its address is to be called. */
export type Applicant = { name: string; goods: string; person: string; phone: string; slug: string };

/** One of the demo district. */
const TOWNSHIP = "badamche";

export class ApplyPage {
  constructor(
    readonly page: Page,
    readonly words: Words,
  ) {}

  /** From the end of the first page. */
  async open() {
    await this.page.goto(`/${this.words.language}`);
    await this.page.getByRole("link", { name: this.words.say("application-link"), exact: true }).click();
    await expect(this.form).toBeVisible();
  }

  get form() {
    return this.page.getByTestId("apply");
  }

  field(label: string) {
    return this.page.getByLabel(this.words.say(label), { exact: true });
  }

  get code() {
    return this.field("account-code");
  }

  get state() {
    return this.page.getByTestId("application-state");
  }

  async fill(applicant: Applicant) {
    await this.field("application-name").fill(applicant.name);
    await this.field("application-township").selectOption(TOWNSHIP);
    await this.field("application-goods").fill(applicant.goods);
    await this.field("application-person").fill(applicant.person);
    await this.field("account-phone").fill(applicant.phone);
  }

  async askForCode() {
    await this.page.getByRole("button", { name: this.words.say("account-code-send"), exact: true }).click();
    await expect(this.page.getByTestId("code-sent")).toContainText(this.words.say("application-code-sent"));
  }

  async send(code: string) {
    await this.code.fill(code);
    await this.page.getByRole("button", { name: this.words.say("application-send"), exact: true }).click();
  }

  /** On the page that says how it stands. */
  async addDocument(file: Sent) {
    const form = this.page.getByTestId("add-document");
    await form.locator("input[type=file]").setInputFiles(file);
    await form.getByRole("button", { name: this.words.say("application-document-add"), exact: true }).click();
  }

  /** Once it is admitted: the link on its page leads to signing in with the phone's code, and that to the studio. */
  async signIn(applicant: Applicant, outbox: Outbox) {
    await this.page.reload();
    await expect(this.state).toHaveAttribute("data-state", "admitted");
    const link = { name: this.words.say("application-sign-in"), exact: true };
    await this.page.getByRole("main").getByRole("link", link).click();
    const form = this.page.getByTestId("sign-in");
    await form.getByLabel(this.words.say("account-phone"), { exact: true }).fill(applicant.phone);
    await form.getByRole("button", { name: this.words.say("account-code-send"), exact: true }).click();
    await expect(this.code).toBeVisible();
    await this.code.fill(await outbox.code());
    await form.getByRole("button", { name: this.words.say("account-sign-in"), exact: true }).click();
    await expect(this.page).toHaveURL(new RegExp(`/${this.words.language}/studio$`));
    await expect(this.page.getByRole("heading", { level: 1 })).toContainText(applicant.name);
  }
}

/** The short way to a cooperative that was just admitted and is signed in: the long one is told in `application.spec.ts`. */
export async function newCooperative(page: Page, centre: Centre, applicant: Applicant) {
  const apply = new ApplyPage(page, centre.words);
  await apply.open();
  await apply.fill(applicant);
  await apply.askForCode();
  await apply.send(await centre.outbox.code());
  await expect(apply.state).toHaveAttribute("data-state", "waiting");
  await centre.openApplication(applicant.name);
  await centre.admit(applicant.slug);
  await apply.signIn(applicant, centre.outbox);
}
