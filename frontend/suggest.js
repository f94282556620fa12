// Suggestions under a search field while somebody types: rows that the server has made ready, as a combobox with a list
// (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). Fetched when somebody first goes into the field. Without it, and with a
// dead line, the form searches as ever.

/** How long nobody types before suggestions are asked for, in milliseconds. */
const PAUSE = 200;
/** Answers that are remembered. */
const REMEMBERED = 30;

/**
 * What is put together of the letters of the page's own script is typed, as phones' keyboards do it; of others it is the input
 * of an input method that nobody has confirmed yet. Chinese has no letters.
 */
const OWN_LETTERS = { rtl: /^[\p{Script=Arabic}\s]*$/u, ltr: /^[\p{Script=Latin}\p{Script=Cyrillic}\s]*$/u };

/** @type {WeakSet<HTMLInputElement>} */
const opened = new WeakSet();

/**
 * Makes a search field suggest.
 * @param {HTMLInputElement} input
 */
export function open(input) {
  const form = input.form;
  if (!form || input.type !== "search" || opened.has(input)) return;
  opened.add(input);

  const box = document.createElement("div");
  box.hidden = true;
  const says = document.createElement("p");
  says.className = "c-hidden";
  says.setAttribute("role", "status");
  form.append(box, says);
  for (const [name, value] of Object.entries({
    role: "combobox",
    autocomplete: "off",
    "aria-autocomplete": "list",
    "aria-controls": "suggestions",
    "aria-expanded": "false",
  })) {
    input.setAttribute(name, value);
  }

  /**
   * What was answered, by what was typed.
   * @type {Map<string, string>}
   */
  const answers = new Map();
  /** @type {HTMLElement[]} */
  let options = [];
  let chosen = -1;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  /** @type {AbortController | undefined} */
  let running;

  /** @param {number} index */
  const choose = (index) => {
    options[chosen]?.setAttribute("aria-selected", "false");
    chosen = index;
    const option = options[index];
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", option.id);
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  };

  const stop = () => {
    clearTimeout(pause);
    running?.abort();
  };

  const close = () => {
    stop();
    choose(-1);
    box.hidden = true;
    says.textContent = "";
    input.setAttribute("aria-expanded", "false");
  };

  /** @param {string} html */
  const show = (html) => {
    choose(-1);
    const list = /** @type {HTMLElement | null} */ (new DOMParser().parseFromString(html, "text/html").querySelector("[role=listbox]"));
    if (!list) return close();
    options = [...list.querySelectorAll("[role=option]")].map((option) => /** @type {HTMLElement} */ (option));
    options.forEach((option, index) => (option.id = `suggestion-${index}`));
    box.replaceChildren(list);
    box.hidden = false;
    says.textContent = list.dataset.says ?? "";
    input.setAttribute("aria-expanded", "true");
  };

  const typed = () => input.value.trim();

  /**
   * @param {string} text
   * @param {AbortSignal} signal
   */
  const fetchRows = async (text, signal) => {
    const url = new URL(form.action);
    url.pathname += "/suggestions";
    url.search = String(new URLSearchParams({ q: text }));
    const response = await fetch(url, { signal });
    if (!response.ok) throw new Error(response.statusText);
    const html = await response.text();
    answers.set(text, html);
    for (const oldest of answers.keys()) {
      if (answers.size <= REMEMBERED) break;
      answers.delete(oldest);
    }
    return html;
  };

  const ask = async () => {
    stop();
    const text = typed();
    // One letter says nothing yet; one character of Chinese does.
    if (text.length < 2 && text < "\u2e80") return close();
    const { signal } = (running = new AbortController());
    try {
      const html = answers.get(text) ?? (await fetchRows(text, signal));
      if (!signal.aborted && document.activeElement === input) show(html);
    } catch {
      if (!signal.aborted) close();
    }
  };

  const wait = () => {
    stop();
    choose(-1);
    if (typed()) pause = setTimeout(ask, PAUSE);
    else close();
  };

  input.addEventListener("input", (event) => {
    const { isComposing, data } = /** @type {InputEvent} */ (event);
    const { dir, lang } = document.documentElement;
    const own = !lang.startsWith("zh") && OWN_LETTERS[dir === "rtl" ? "rtl" : "ltr"].test(data ?? "");
    if (isComposing && !own) close();
    else wait();
  });
  input.addEventListener("compositionend", wait);

  input.addEventListener("keydown", (event) => {
    // Keys belong to the input method while one is at work.
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const isOpen = !box.hidden;
    const last = options.length - 1;
    if (event.key === "ArrowDown" && !isOpen) ask();
    else if (!isOpen) return;
    else if (event.key === "ArrowDown") choose(chosen < last ? chosen + 1 : -1);
    else if (event.key === "ArrowUp") choose(chosen < 0 ? last : chosen - 1);
    else if (event.key === "Home" && chosen >= 0) choose(0);
    else if (event.key === "End" && chosen >= 0) choose(last);
    else if (event.key === "Enter" && chosen >= 0) options[chosen].click();
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });

  // A tap on a row leaves the field its focus, so that the list is still there when the tap has become a click.
  box.addEventListener("mousedown", (event) => event.preventDefault());
  box.addEventListener("click", close);
  input.addEventListener("blur", close);
  form.addEventListener("submit", close);

  if (typed() && input.value !== input.defaultValue) wait();
}
