// Products seen last on this phone: a product's page leaves a note of itself, and other pages show them at their end. They stay
// on the phone; nothing here is ever sent.

/** @typedef {{ slug: string, name: string, lang: string, picture: string }} Seen */

const KEY = "seen";
/** How many are remembered. */
const MOST = 20;

/**
 * Looks at a part of a page: a product (`data-slug`), the place for those that were seen, or a word that they are forgotten
 * (`data-forget`).
 * @param {HTMLElement} part
 */
export function look(part) {
  if (part.dataset.forget) localStorage.removeItem(KEY);
  else if (part.dataset.slug) note(part);
  else show(part);
}

/** @returns {Seen[]} */
function read() {
  try {
    const list = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(list) ? list.filter((seen) => seen?.slug && seen.name) : [];
  } catch {
    // Without storage nothing is remembered.
    return [];
  }
}

/** @param {HTMLElement} product */
function note(product) {
  const { slug = "", picture = "" } = product.dataset;
  const shown = /** @type {HTMLElement | null} */ (product.querySelector("h1 .c-shown"));
  const seen = { slug, picture, name: shown?.textContent ?? slug, lang: shown?.lang ?? "" };
  const list = [seen, ...read().filter((other) => other.slug !== slug)].slice(0, MOST);
  try {
    localStorage.setItem(KEY, JSON.stringify(list));
  } catch {
    // As if it had not been seen.
  }
}

/** @param {HTMLElement} place */
function show(place) {
  const list = read();
  const end = place.parentElement?.getBoundingClientRect().bottom ?? 0;
  // Nothing in sight may move: where the end of the page is in sight, nothing comes before it.
  if (place.hidden && end < innerHeight) return;
  place.hidden = !list.length;
  const [, language] = location.pathname.split("/");
  const items = list.map(({ slug, name, lang, picture }) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const image = document.createElement("img");
    const text = document.createElement("span");
    link.href = `/${language}/products/${encodeURIComponent(slug)}`;
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
