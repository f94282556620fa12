// Orders that a phone is made to forget: other windows of the browser that show them forget them, too.

const windows = "BroadcastChannel" in globalThis ? new BroadcastChannel("forgotten") : undefined;

/**
 * Looks at a part of a page: one that shows orders, or the word that they are forgotten (`data-forget`, what is kept on the phone
 * under that name goes with them).
 * @param {HTMLElement} part
 */
export function look(part) {
  const { forget } = part.dataset;
  // The whole document: Back would lead to what it keeps. The word itself is not read again, or two windows with it would go on
  // telling each other.
  if (windows) windows.onmessage = forget ? null : () => location.reload();
  if (!forget) return;
  windows?.postMessage("");
  localStorage.removeItem(forget);
}
