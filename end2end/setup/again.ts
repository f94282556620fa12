// A form that is sent once more: as by a browser whose answer was lost, or that goes back and reloads the page it led to.

import type { Locator, Page } from "./test";

/** Names and values, as they are sent. */
export type Fields = [string, string][];

/** What the form holds now; what its button says is not in it. */
export async function fieldsOf(form: Locator): Promise<Fields> {
  return form.evaluate((element: HTMLFormElement) =>
    [...new FormData(element)].map(([name, value]): [string, string] => [name, value as string]),
  );
}

/** Sends these fields to `path` from the page that is open. */
export async function sendAgain(page: Page, path: string, fields: Fields) {
  await page.evaluate(([action, pairs]) => {
    const form = document.createElement("form");
    form.method = "post";
    form.action = action as string;
    for (const [name, value] of pairs as [string, string][]) {
      const input = document.createElement("input");
      [input.type, input.name, input.value] = ["hidden", name, value];
      form.append(input);
    }
    document.body.append(form);
    form.submit();
  }, [path, fields] as const);
}
