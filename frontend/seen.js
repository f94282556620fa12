// Products seen last on this phone: a product's page leaves a note of itself, and other pages show them at their end. They stay
// on the phone; nothing here is ever sent.

/**
 * A product by what it is called on the pages of each language it was seen in: text, and the language of that text.
 * @typedef {{ slug: string, picture: string, names: Record<string, [string, string]> }} Seen
 */

const KEY = "seen";
/** How many are remembered. */
const MOST = 20;

/** The language of the page. */
const language = () => location.pathname.split("/")[1];

/**
 * Looks at a part of a page: a product (`data-slug`), or the place for those that were seen. `forgotten.js` forgets them.
 * @param {HTMLElement} part
 */
export function look(part) {
  if (part.dataset.slug) note(part);
  else show(part);
}

/** @returns {Seen[]} */
function read() {
  try {
    const list = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(list) ? list.filter((seen) => seen?.slug && seen.names) : [];
  } catch {
    // Without storage nothing is remembered.
    return [];
  }
}

/** @param {HTMLElement} product */
function note(product) {
  const { slug = "", picture = "" } = product.dataset;
  const shown = /** @type {HTMLElement | null} */ (product.querySelector("h1 .c-shown"));
  const list = read();
  const before = list.find((other) => other.slug === slug);
  const names = { ...before?.names, [language()]: [shown?.textContent ?? slug, shown?.lang ?? ""] };
  const others = list.filter((other) => other !== before);
  try {
    localStorage.setItem(KEY, JSON.stringify([{ slug, picture, names }, ...others].slice(0, MOST)));
  } catch {
    // As if it had not been seen.
  }
}

/** @param {HTMLElement} place */
function show(place) {
  // What it is called in a language it was never seen in only the shop knows, and is not asked.
  const list = read().filter(({ names }) => names[language()]);
  const end = place.parentElement?.getBoundingClientRect().bottom ?? 0;
  // Nothing in sight may move: where the end of the page is in sight, nothing comes before it.
  if (place.hidden && end < innerHeight) return;
  place.hidden = !list.length;
  const items = list.map(({ slug, names, picture }) => {
    const [name, lang] = names[language()];
    const item = document.createElement("li");
    const link = document.createElement("a");
    const image = document.createElement("img");
    const text = document.createElement("span");
    link.href = `/${language()}/products/${encodeURIComponent(slug)}`;
    Object.assign(image, { loading: "lazy", decoding: "async", width: 64, height: 64, alt: "" });
    if (picture) image.src = picture;
    Object.assign(text, { className: "c-shown", dir: "auto", lang, textContent: name });
    link.append(image, text);
    item.append(link);
    return item;
  });
  place.querySelector("ul")?.replaceChildren(...items);
  const forget = place.querySelector("button");
  if (forget) {
    forget.onclick = () => {
      localStorage.removeItem(KEY);
      place.hidden = true;
    };
  }
}
