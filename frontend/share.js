// On the page with an address to pass on: the phone's own ways to send it, and a button that copies it. Without this script the
// link stands there as text and as a code.

const box = document.querySelector("[data-share]");
if (box instanceof HTMLElement) offer(box);

/** @param {HTMLElement} box */
function offer(box) {
  const { share: url = "", name = "", copied = "", failed = "" } = box.dataset;
  const said = box.querySelector("[role=status]");
  const field = document.querySelector("input[name=link]");

  /** @param {string} text */
  const say = (text) => {
    if (said) said.textContent = text;
  };

  /** @param {string} what @param {() => Promise<void>} act */
  const button = (what, act) => {
    const found = box.querySelector(`[data-does=${what}]`);
    if (!(found instanceof HTMLElement)) return;
    found.hidden = false;
    found.addEventListener("click", () => void act());
  };

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      say(copied);
    } catch {
      say(copyOldWay(field) ? copied : failed);
    }
  };

  const send = async () => {
    try {
      await navigator.share({ title: name, url });
    } catch (error) {
      // Whoever changes their mind has read the list and wants nothing else.
      if (!(error instanceof DOMException && error.name === "AbortError")) await copy();
    }
  };

  button("copy", copy);
  if (typeof navigator.share === "function") button("send", send);
  box.hidden = false;
}

// Before browsers had a clipboard for scripts, and where they deny it.
/** @param {Element | null} field */
function copyOldWay(field) {
  if (!(field instanceof HTMLInputElement)) return false;
  field.focus();
  field.select();
  return document.execCommand("copy");
}
