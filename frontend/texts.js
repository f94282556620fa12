// Translator mode: a long press on a text of the page, or a click with Alt, opens it where it is changed. Texts are marked by the
// server where it could; labels and the like are found by what they say. The page runs no other script.

/** How long a finger rests, in milliseconds. */
const RESTS = 600;
/** How far it may slip meanwhile, in pixels. */
const SLIP = 10;
/** How far up from where a finger is one looks for a text. */
const HIGH = 4;
/** Attributes that are read out or shown. */
const READ = ["aria-label", "title", "placeholder", "alt", "aria-description"];
/** Where a finger has other things to do. */
const FIELDS = "input, textarea, select, [contenteditable]";
/** What is pressed as a whole. */
const CONTROLS = "a, button, label, summary";
const MARKED = "[data-l10n], [data-l10n-here]";

const bar = /** @type {HTMLElement} */ (document.querySelector("[data-texts]"));

/** @type {Map<string, HTMLAnchorElement[]>} */
const said = new Map();
/** @type {Map<string, string>} */
const links = new Map();
/** What is missing, or was translated from something else than stands there now. @type {Set<string>} */
const waiting = new Set();
for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (bar.querySelectorAll("a[data-unit]"))) {
  const text = (link.textContent ?? "").trim();
  said.set(text, [...(said.get(text) ?? []), link]);
  links.set(link.dataset.unit ?? "", link.href);
  if (/^(missing|outdated)$/.test(link.dataset.work ?? "")) waiting.add(link.dataset.unit ?? "");
}

/**
 * Where a text is changed.
 * @param {string} unit
 */
const hrefOf = (unit) => links.get(unit) ?? (bar.dataset.texts ?? "").replace("/unit?", `/${unit}?`);

/** Texts that the server has marked: what says the same without a mark is another one. */
const marked = new Set([...document.querySelectorAll("[data-l10n]")].map((element) => element.getAttribute("data-l10n")));

/**
 * The texts that an element itself says, by name.
 * @param {Element} element
 * @returns {string[]}
 */
function unitsOf(element) {
  const name = element.getAttribute("data-l10n");
  if (name) return [name];
  const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.nodeValue ?? "");
  const texts = [...own, ...READ.map((name) => element.getAttribute(name) ?? "")];
  const found = new Set(texts.flatMap((text) => said.get(text.trim()) ?? []).map((link) => link.dataset.unit ?? ""));
  const others = [...found].filter((unit) => !marked.has(unit));
  return others.length ? others : [...found];
}

/**
 * The texts under a finger: of the nearest element that says any.
 * @param {EventTarget | null} target
 */
function unitsAt(target) {
  let element = /** @type {Element | null} */ (target);
  if (!element?.closest || bar.contains(element) || element.closest(FIELDS)) return [];
  for (let height = 0; element && height < HIGH; height++, element = element.parentElement) {
    const units = unitsOf(element);
    if (units.length) return units;
    // An icon stands for the words beside it.
    const words = element.matches(CONTROLS) ? [...element.querySelectorAll(MARKED)].flatMap(unitsOf) : [];
    if (words.length) return [...new Set(words)];
  }
  return [];
}

/**
 * Opens the text, or asks which one of those that say the same.
 * @param {string[]} units
 */
function open(units) {
  if (units.length === 1) return location.assign(hrefOf(units[0]));
  const dialog = document.createElement("dialog");
  dialog.className = "c-sheet";
  dialog.setAttribute("aria-label", bar.getAttribute("aria-label") ?? "");
  const list = document.createElement("ul");
  for (const unit of units) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    Object.assign(link, { href: hrefOf(unit), textContent: unit, dir: "ltr" });
    item.append(link);
    list.append(item);
  }
  dialog.append(list);
  // Not all phones have a key for it: beside the list is out of it.
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog) dialog.close();
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** @type {{ timer: ReturnType<typeof setTimeout>, x: number, y: number, units: string[] } | undefined} */
let press;
/** The click that ends a long press means nothing else. */
let isDeaf = false;

function release() {
  clearTimeout(press?.timer);
  press = undefined;
}

/** @param {string[]} units */
function pressed(units) {
  release();
  isDeaf = true;
  open(units);
}

addEventListener("pointerdown", ({ target, isPrimary, button, clientX, clientY }) => {
  release();
  isDeaf = false;
  // Some desks move windows by Alt, so a mouse may rest as well.
  const units = isPrimary && !button ? unitsAt(target) : [];
  if (units.length) press = { timer: setTimeout(() => pressed(units), RESTS), x: clientX, y: clientY, units };
});
addEventListener("pointermove", ({ clientX, clientY }) => {
  if (press && Math.hypot(clientX - press.x, clientY - press.y) > SLIP) release();
});
addEventListener("pointerup", release);
addEventListener("pointercancel", release);
// Phones open a menu of their own a little earlier.
addEventListener("contextmenu", (event) => {
  if (!press) return;
  event.preventDefault();
  pressed(press.units);
});
addEventListener("click", (event) => {
  const isEnd = isDeaf;
  isDeaf = false;
  const units = !isEnd && event.altKey ? unitsAt(event.target) : [];
  if (!isEnd && !units.length) return;
  // A link in the list that has just opened is meant.
  if (/** @type {Element} */ (event.target).closest?.("dialog")) return;
  event.preventDefault();
  event.stopPropagation();
  if (units.length) open(units);
}, { capture: true });
addEventListener("keydown", ({ key, target, defaultPrevented }) => {
  const isBusy = defaultPrevented || document.querySelector("dialog[open]") || /** @type {Element} */ (target).closest?.(FIELDS);
  if (key === "Escape" && !isBusy) bar.querySelector("button")?.click();
});

// What was found by what it says is marked, too.
for (const element of document.body.querySelectorAll("*")) {
  if (bar.contains(element) || element.matches("script, style")) continue;
  const units = unitsOf(element);
  if (units.length) element.setAttribute("data-l10n-here", units.join(" "));
  if (units.some((unit) => waiting.has(unit))) element.setAttribute("data-l10n-waits", "");
}
// Tests wait for it.
document.documentElement.dataset.texts = "";
