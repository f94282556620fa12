// What every page loads of the browser's part: it hydrates the islands and navigates inside the shop without loading the
// document anew. The page is complete without any of it, and every failure here ends in an ordinary navigation.
//
// Modules below `navigation/` are joined into this file by the build; `later.js`, `draft.js` and `suggest.js` are files of their own,
// fetched when they are of use (`app/docs/decisions/navigation.md`).

import { own, startIslands } from "./navigation/islands.js";
import { extendBy, startNavigation } from "./navigation/navigate.js";

const { wasm, later } = own.dataset;

/**
 * Whether the phone or its owner asks for few bytes.
 */
function isSparing() {
  const connection = /** @type {Navigator & { connection?: { saveData?: boolean, effectiveType?: string } }} */ (navigator).connection;
  return connection?.saveData || connection?.effectiveType?.includes("2g");
}

/** What nobody waits for: it begins when the page is drawn. */
function whenIdle() {
  if (wasm) startIslands().catch(console.error);
  // Without it forms are sent the ordinary way, pages are fetched when they are asked for, and none opens without a network.
  if (later && !isSparing()) import(later).then(extendBy, () => {});
}

/**
 * Suggestions come when somebody first goes into a search field.
 * @param {any} field
 */
function suggestIn(field) {
  const file = field?.form?.dataset?.suggest;
  if (file && !isSparing()) import(file).then(({ open }) => open(field), () => {});
}

addEventListener("focusin", ({ target }) => suggestIn(target));
suggestIn(document.activeElement);
startNavigation();
// A phone that is never idle has it all the same.
(window.requestIdleCallback ?? setTimeout)(whenIdle, { timeout: 2e3 });
