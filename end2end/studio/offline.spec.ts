// What is pressed in a work area without a network waits on the phone, and is done once when the network is back.

import { withOrder } from "../checkout/shopper";
import { expect, test, Words } from "../setup/test";
import { isHydrated } from "../shell/header";
import { Studio } from "./studio";

test.use({ shopNamed: "offline" });

test("a tap without a network waits and is done once", { tag: "@script" }, async ({ page, shop, someoneElse }) => {
  const words = new Words("zh");
  const code = await (await withOrder(await someoneElse(), words)).codeText();
  const studio = new Studio(page, words);
  await studio.signIn(shop);
  await page.goto("/zh/studio/orders");
  await page.getByRole("main").getByRole("link", { name: code }).click();
  await expect(page.getByTestId("step-accept")).toBeVisible();
  await isHydrated(page);

  const sent: string[] = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
  await page.context().setOffline(true);
  await page.getByTestId("studio-menu").getByRole("link").first().click();
  await expect(page.getByTestId("offline")).toContainText(words.say("studio-offline-page"));
  const accept = page.getByTestId("step-accept").getByRole("button", { name: words.say("studio-order-accept"), exact: true });
  await accept.click();
  await accept.click();
  await expect(page.getByTestId("offline")).toContainText(words.say("studio-offline-form"));
  expect(sent).toEqual([]);

  await page.context().setOffline(false);
  await expect(page.getByTestId("moved")).toBeVisible();
  await expect(page.getByTestId("step-pack")).toBeVisible();
  expect(sent).toHaveLength(1);
});
