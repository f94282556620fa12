// Two at work on the same text, and the operator's files change meanwhile: nobody overwrites anybody.

import { expect, Words } from "../setup/test";
import { test } from "./desk";
import { Translator } from "./translator";

test.use({ viewport: { width: 360, height: 560 } });

const words = new Words("ug");
const FIRST = "بىرىنچى ھارۋا";
const SECOND = "ئىككىنچى ھارۋا";

test("who comes second sees what the first one wrote, and keeps what they typed", async ({ page, ownShop, someoneElse, quiet }) => {
  quiet.allowed.push(/status of 4(09|22)/);
  const second = new Translator(page, words);
  await second.signIn(ownShop, "ug");
  await second.open("cart-title");
  const first = new Translator(await someoneElse(), words);
  await first.signIn(ownShop, "ug", "reviewer");
  await first.open("cart-title");
  await first.write(FIRST);
  await first.save();

  await second.write(SECOND);
  await second.send();
  await expect(page.getByRole("main")).toContainText(FIRST);
  await expect(second.field).toHaveValue(SECOND);
  // Having seen it, they may say theirs.
  await second.save();
  await expect(second.field).toHaveValue(SECOND);
  await expect(second.versions).toHaveCount(2);
});

test("a file that changes meanwhile is not overwritten either", async ({ page, ownShop, repository, quiet }) => {
  quiet.allowed.push(/status of 4(09|22)/);
  const translator = new Translator(page, words);
  await translator.signIn(ownShop, "ug");
  await translator.open("cart-title");
  await repository.save("ug", "cart.ftl", "cart-title", FIRST);
  // The shop has read it.
  await expect(async () => {
    const answer = await page.request.get("/ug/cart");
    expect(await answer.text()).toContain(FIRST);
  }).toPass();
  await translator.write(SECOND);
  await translator.send();
  await expect(page.getByRole("main")).toContainText(FIRST);
  await expect(translator.field).toHaveValue(SECOND);
  await translator.save();
  await expect(translator.field).toHaveValue(SECOND);
  expect(await repository.text("ug", "cart.ftl", "cart-title")).toBe(FIRST);
});
