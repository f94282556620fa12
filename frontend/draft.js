// What is typed into a shopper's form and not sent yet: it is kept on the phone, and stands in the form again after a reload,
// in another language, after a crash. It is forgotten when the shop has it (`data-draft-end`), or after a day. Passwords and
// codes are never kept.

/** In milliseconds: a phone may be lent to the next one. */
const KEPT_FOR = 24 * 3600 * 1000;

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Field */

/** @type {WeakSet<Element>} */
const opened = new WeakSet();

/**
 * The form of a page with a draft: brings back what was typed, and keeps what is typed from now on.
 * @param {HTMLElement} page the element that names the draft
 */
export function open(page) {
  const form = page.querySelector("form");
  if (!form || opened.has(form)) return;
  opened.add(form);
  const key = `draft/${page.dataset.draft}`;
  const typed = read(key);
  if (typed) fill(form, typed);
  const keep = () => {
    try {
      localStorage.setItem(key, JSON.stringify({ at: Date.now(), typed: fieldsOf(form).filter(isChosen).map(({ name, value }) => [name, value]) }));
    } catch {
      // A full storage keeps the draft before; the form still holds everything.
    }
  };
  if (typed) keep();
  form.addEventListener("input", keep);
  form.addEventListener("change", keep);
}

/**
 * @param {string} key
 * @returns {[string, string][] | undefined}
 */
function read(key) {
  const { at, typed } = JSON.parse(localStorage.getItem(key) ?? "{}");
  if (Date.now() - at < KEPT_FOR) return typed;
  localStorage.removeItem(key);
}

/**
 * The fields one types into or chooses in.
 * @param {HTMLFormElement} form
 */
function fieldsOf(form) {
  const fields = /** @type {Field[]} */ ([...form.elements].filter((field) => field.matches("input,select,textarea")));
  return fields.filter(({ name, type, autocomplete }) => name && !/hidden|password|file/.test(type) && autocomplete !== "one-time-code");
}

/** @param {Field} field */
const isChoice = (field) => field.type === "radio" || field.type === "checkbox";

/** @param {Field} field */
const isChosen = (field) => !isChoice(field) || /** @type {HTMLInputElement} */ (field).checked;

/**
 * Whether somebody typed into it since the page came.
 * @param {Field} field
 */
const isTouched = (field) => field instanceof HTMLSelectElement || field.value !== field.defaultValue;

/**
 * @param {HTMLFormElement} form
 * @param {[string, string][]} typed
 */
function fill(form, typed) {
  for (const field of fieldsOf(form)) {
    const values = typed.filter(([name]) => name === field.name).map(([, value]) => value);
    if (!values.length) continue;
    if (isChoice(field)) {
      const input = /** @type {HTMLInputElement} */ (field);
      if (input.checked || !values.includes(input.value)) continue;
      input.checked = true;
    } else {
      const isOther = field instanceof HTMLSelectElement || !isTouched(field);
      if (!isOther || field.value === values[0]) continue;
      const before = field.value;
      field.value = values[0];
      // A choice that is not offered any more.
      if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = before;
    }
    // An island that listens already follows.
    field.dispatchEvent(new Event(isChoice(field) || field instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
  }
}
