// The checkout: who, where, how paid, and the button.

import { expect, type Locator, type Page, type Words } from "../setup/test";

export type Buyer = { name: string; phone: string };

/** Where the goods go. */
export type Delivery =
  | { station: string }
  | { address: { province: string; city: string; district: string; street: string } };

export type Payment = "cash" | "transfer";

export const GULNAR: Buyer = { name: "گۈلنار تۇرسۇن", phone: "138 0013 8000" };
export const STATION: Delivery = { station: "B003" };

export class CheckoutPage {
  constructor(
    readonly page: Page,
    readonly words: Words,
  ) {}

  async open() {
    await this.page.goto(`/${this.words.language}/checkout`);
  }

  /** A field by what it is called on the page; one that may stay empty says so in its label. */
  field(label: string): Locator {
    return this.page.getByLabel(this.words.say(label), { exact: true });
  }

  get name() {
    return this.field("checkout-name");
  }

  get phone() {
    return this.field("checkout-phone");
  }

  get station() {
    return this.field("checkout-station");
  }

  get total() {
    return this.page.getByTestId("checkout-total");
  }

  get changes() {
    return this.page.getByTestId("changes");
  }

  get placeButton() {
    return this.page.getByRole("button", { name: this.words.say("checkout-place"), exact: true });
  }

  /** The button after something changed: pressing it agrees to what is shown now. */
  get agreeButton() {
    return this.page.getByRole("button", { name: this.words.say("checkout-place-again"), exact: true });
  }

  async choose(label: string) {
    await this.page.getByRole("radio", { name: this.words.say(label) }).check();
  }

  async fill(buyer: Buyer, delivery: Delivery, payment: Payment) {
    await this.name.fill(buyer.name);
    await this.phone.fill(buyer.phone);
    if ("station" in delivery) {
      await this.choose("checkout-delivery-station");
      await this.station.selectOption(delivery.station);
    } else {
      const { province, city, district, street } = delivery.address;
      await this.choose("checkout-delivery-address");
      await this.field("checkout-province").selectOption(province);
      await this.field("checkout-city").fill(city);
      await this.field("checkout-district").fill(district);
      await this.field("checkout-street").fill(street);
    }
    await this.choose(payment === "cash" ? "checkout-payment-cash" : "checkout-payment-transfer");
  }

  async place() {
    await this.placeButton.click();
    await expect(this.page.getByTestId("thanks")).toContainText(this.words.say("orders-thanks"));
  }
}
