// What the Centre types and has not sent yet is there again, whatever happened in between.

import { expect, test, Words } from "../setup/test";
import { isHydrated } from "../shell/header";
import { signIn } from "../studio/day";

test.use({ shopNamed: "centre-drafts" });

const [ug, zh] = [new Words("ug"), new Words("zh")];
const TEXT = "ئەتە ئامبار تاقاق.";

test("an announcement that was not sent is there again, in another language too", { tag: "@script" }, async ({ page, context, shop }) => {
  await signIn(page, ug, shop, "centre", "centre/announcements");
  await isHydrated(page);
  const typed = page.getByTestId("announce");
  await typed.locator("[name=text-ug]").fill(TEXT);
  await expect(typed.getByTestId("draft")).toContainText(ug.say("studio-draft-unsaved"));
  await page.close();

  const back = await context.newPage();
  await back.goto("/zh/centre/announcements");
  await isHydrated(back);
  const form = back.getByTestId("announce");
  const text = form.locator("[name=text-ug]");
  await expect(text).toHaveValue(TEXT);
  await expect(form.getByTestId("draft")).toContainText(zh.say("studio-draft-restored"));
  await form.getByRole("button", { name: zh.say("announcements-publish"), exact: true }).click();
  await back.waitForURL(/done=published/);
  await isHydrated(back);
  await expect(text).toHaveValue("");
  await expect(form.getByTestId("draft").getByRole("button")).toBeHidden();
  const left = await back.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("draft/")));
  expect(left).toEqual([]);
});
