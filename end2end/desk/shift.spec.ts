// A clerk's shift: an order that waits for its cash leads to counting it and back, the shift ends with a count, and the Centre
// sees what is missing. On the smallest phone, with and without scripts.

import { GULNAR } from "../checkout/checkout";
import { ordered } from "../orders/handed-over";
import { expect, test, Words } from "../setup/test";
import { Desk, signIn } from "../studio/day";
import { COOPERATIVE, Studio } from "../studio/studio";

test.use({ shopNamed: "shift", viewport: { width: 360, height: 560 } });
test.slow();

/** Two notes of a hundred and a coin of half a yuan, as each types them, and one yuan less at the end. */
const TYPED = {
  ug: { hundreds: "٢", halves: "١", reason: "ئالدىنقى كۈنى مەركەزگە تاپشۇرۇلدى", missing: "بىر يۈەن كەم" },
  zh: { hundreds: "２", halves: "１", reason: "昨天已交中心", missing: "少一元" },
};

for (const language of ["ug", "zh"] as const) {
  const words = new Words(language);
  const typed = TYPED[language];

  test(`cash from the first count to the last, in ${language}`, async ({ page, shop, someoneElse }) => {
    const code = await ordered(await someoneElse(), words);
    const packer = new Studio(await someoneElse(), words);
    await packer.signIn(shop, `${COOPERATIVE}/packer`);
    for (const step of ["accept", "pack", "dispatch"]) await packer.takeStep(code, step);

    const desk = new Desk(page, words);
    await desk.signIn(shop);
    await expect(page.getByTestId("no-shift")).toBeVisible();
    await desk.find(code, GULNAR.phone.slice(-4));
    await desk.step("ready");
    await expect(page.getByTestId("shift-needed")).toBeVisible();
    await expect(page.getByTestId("desk-cash")).toHaveCount(0);

    const start = page.getByTestId("shift-open");
    await start.locator("summary").click();
    await start.locator("[name=piece-10000]").fill(typed.hundreds);
    await start.locator("[name=piece-50]").fill(typed.halves);
    await start.locator("[name=reason]").fill(typed.reason);
    await start.locator("button[name=command]").click();
    await expect(page.getByTestId("order-code")).toHaveText(code);
    await desk.takeCash();
    await desk.step("deliver");

    await page.goto(`/${language}/desk`);
    await expect(page.getByTestId("shift-runs")).toBeVisible();
    await page.getByTestId("today").getByRole("link").click();
    await expect(page.getByTestId("running").getByTestId("float")).toContainText(/200[.,٫]50/);
    const expected = await page.getByTestId("expected").innerText();
    const yuan = Number(/\d+[.,٫]\d\d/.exec(expected)?.[0].replace(/[,٫]/, "."));
    const close = page.getByTestId("shift-close");
    await close.locator("[name=sum]").fill((yuan - 1).toFixed(2));
    await close.locator("[name=left]").fill("0");
    await close.locator("[name=reason]").fill(typed.missing);
    await close.locator("button[name=command]").click();
    await expect(page.getByTestId("closed-shift").first()).toContainText(typed.missing);
    await expect(page.getByTestId("running")).toHaveCount(0);

    const centre = await someoneElse();
    await signIn(centre, words, shop, "centre", "centre/money/stations");
    await centre.goto(`/${language}/centre/money/stations?only=difference`);
    await expect(centre.getByTestId("station-cash")).toHaveCount(1);
    await expect(centre.getByTestId("station-cash")).toContainText("B001");
    await expect(centre.getByTestId("differences")).toBeVisible();
  });
}
