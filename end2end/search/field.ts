// The search field in the header, and what is suggested under it.

import { expect, type Page, type Words } from "../setup/test";
import { isReady } from "../shell/moving";

export class SearchField {
  constructor(
    readonly page: Page,
    readonly words: Words,
  ) {}

  /** It is a search box, and with suggestions a combobox. */
  get input() {
    return this.page.locator("header [name=q]");
  }

  /** Read out when suggestions are there. */
  get status() {
    return this.page.locator("header form").getByRole("status");
  }

  get list() {
    return this.page.getByRole("listbox", { name: this.words.say("search-suggestions"), exact: true });
  }

  get options() {
    return this.list.getByRole("option");
  }

  /** The one that Enter goes to. */
  get chosen() {
    return this.list.getByRole("option", { selected: true });
  }

  async open(path = "") {
    await this.page.goto(`/${this.words.language}${path}`);
    await isReady(this.page);
    await this.input.click();
    await expect(this.input).toHaveRole("combobox");
  }

  /** Types it in one go, and waits for what is suggested. */
  async type(text: string) {
    await this.input.fill(text);
    await expect(this.list).toBeVisible();
    await expect(this.input).toHaveAttribute("aria-expanded", "true");
  }
}

/** The addresses that suggestions were asked for from now on, and what each was asked with. */
export function askedFor(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.pathname.endsWith("/search/suggestions")) asked.push(url.searchParams.get("q") ?? "");
  });
  return asked;
}
