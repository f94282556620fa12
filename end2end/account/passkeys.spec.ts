// Signing in with a fingerprint: the browser's own device, without a finger. Passkeys know no addresses that are numbers, so
// these stories go to `localhost`.

import { type CDPSession, expect, type Page, test, Words } from "../setup/test";
import { isHydrated } from "../shell/header";
import { Studio } from "../studio/studio";

test.use({
  shopNamed: "passkeys",
  baseURL: ({ shop }, use) => use(shop.url.replace("127.0.0.1", "localhost")),
});

const ug = new Words("ug");

/** A phone with a fingerprint. */
async function withDevice(page: Page): Promise<{ cdp: CDPSession; authenticatorId: string }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, authenticatorId };
}

test("a device is set up, signs in, shows again who one is, and is removed", { tag: "@script" }, async ({ page, shop, quiet }) => {
  quiet.allowed.push(/422/);
  const { cdp, authenticatorId } = await withDevice(page);
  const studio = new Studio(page, ug);
  await studio.signIn(shop);

  await page.goto("/ug/account/passkeys");
  await isHydrated(page);
  await page.getByLabel(ug.say("passkey-name")).fill("تېلېفونۇم");
  await page.getByRole("button", { name: ug.say("passkey-add"), exact: true }).click();
  await expect(page.getByText(ug.say("passkey-is-added"))).toBeVisible();
  await expect(page.getByTestId("passkey")).toContainText("تېلېفونۇم");
  const { credentials } = await cdp.send("WebAuthn.getCredentials", { authenticatorId });
  expect(credentials.map((credential) => [credential.rpId, credential.isResidentCredential])).toEqual([["localhost", true]]);

  // The same device once more is told so, and nothing is added.
  await isHydrated(page);
  await page.getByRole("button", { name: ug.say("passkey-add"), exact: true }).click();
  await expect(page.getByText(ug.say("passkey-known"))).toBeVisible();
  await expect(page.getByTestId("passkey")).toHaveCount(1);

  await page.goto("/ug/account");
  await page.getByRole("button", { name: ug.say("account-sign-out"), exact: true }).click();
  await page.goto("/ug/account/sign-in?next=%2Fug%2Faccount%2Fpasskeys");
  await isHydrated(page);
  await page.getByRole("button", { name: ug.say("passkey-sign-in"), exact: true }).click();
  await expect(page.getByTestId("passkey")).toContainText(ug.say("passkey-used"));

  // Before a page about money or roles: the device instead of the password.
  await page.goto("/ug/account/confirm?next=%2Fug%2Faccount%2Fpasskeys");
  await isHydrated(page);
  await page.getByRole("button", { name: ug.say("passkey-confirm"), exact: true }).click();
  await expect(page).toHaveURL(/account\/passkeys$/);

  await page.getByText(ug.say("passkey-change"), { exact: true }).click();
  await page.getByRole("button", { name: ug.say("passkey-remove"), exact: true }).click();
  await expect(page.getByText(ug.say("passkey-is-removed"))).toBeVisible();
  await expect(page.getByTestId("passkey")).toHaveCount(0);

  // The device still has its key; the shop does not know it.
  await page.goto("/ug/account");
  await page.getByRole("button", { name: ug.say("account-sign-out"), exact: true }).click();
  await page.goto("/ug/account/sign-in");
  await isHydrated(page);
  await page.getByRole("button", { name: ug.say("passkey-sign-in"), exact: true }).click();
  await expect(page.getByTestId("passkey-failed")).toBeVisible();
  await expect(page.getByTestId("sign-in")).toBeVisible();
});

test("a finger that does not fit changes nothing and can be tried again", { tag: "@script" }, async ({ page }) => {
  const { cdp, authenticatorId } = await withDevice(page);
  await cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
  await page.goto("/ug/account/sign-in");
  await isHydrated(page);
  const button = page.getByRole("button", { name: ug.say("passkey-sign-in"), exact: true });
  await button.click();
  await expect(page.getByText(ug.say("passkey-stopped"))).toBeVisible();
  await expect(button).toBeEnabled();
});

test("where passkeys cannot be there is no button", { tag: "@script" }, async ({ page, shop }) => {
  await page.goto(`${shop.url}/ug/account/sign-in`);
  await isHydrated(page);
  await expect(page.getByRole("button", { name: ug.say("passkey-sign-in"), exact: true })).toBeHidden();
});
