// The islands of a document: what hydrates them, and what ends them.

/**
 * What a bundle exports: what is named here, and each island by its name.
 * @typedef {{
 *   default: (options: { module_or_path: string }) => Promise<unknown>,
 *   hydrate: () => void,
 *   release: (page: Node) => void,
 *   settled: () => Promise<void>,
 *   parts?: Record<string, string[]>,
 *   [island: string]: any,
 * }} Bundle
 */

/** The element of this script: it says which build this is and where its files are. */
export const own = /** @type {HTMLScriptElement} */ (document.querySelector("script[data-build]"));

/** @type {Bundle | undefined} */
let bundle;

/** @type {WeakSet<Element>} */
const hydrated = new WeakSet();

/**
 * @param {ParentNode} root
 * @returns {NodeListOf<HTMLElement>}
 */
const islandsIn = (root) => root.querySelectorAll("leptos-island");

/** Loads the bundle and hydrates what is on the page. */
export async function startIslands() {
  const { js = "", wasm = "", build } = own.dataset;
  const loaded = /** @type {Bundle} */ (await import(js));
  preload(loaded, document.body);
  await loaded.default({ module_or_path: wasm });
  // Calls carry it: an answer of another build could be misread.
  document.documentElement.dataset.build = build;
  loaded.hydrate();
  bundle = loaded;
  await hydrateIn(document.body);
  document.documentElement.dataset.hydrated = "true";
}

/**
 * An island may have its code in files of its own: they are on their way before the island asks for them.
 * @param {Bundle} loaded
 * @param {ParentNode} root
 */
function preload({ parts }, root) {
  for (const { dataset } of islandsIn(root)) {
    for (const file of parts?.[dataset.component?.replace("_island", "") ?? ""] ?? []) {
      const url = new URL(file, new URL(own.dataset.js ?? "", own.src)).href;
      if (document.head.querySelector(`[href="${url}"]`)) continue;
      const link = document.createElement("link");
      Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: url });
      document.head.append(link);
    }
  }
}

/**
 * Hydrates the islands that are not yet. Each one alone: an island that fails leaves its form as the server sent it.
 * @param {ParentNode} root
 */
export async function hydrateIn(root) {
  const loaded = bundle;
  if (!loaded) return;
  preload(loaded, root);
  await Promise.all(
    [...islandsIn(root)].map(async (island) => {
      if (hydrated.has(island)) return;
      hydrated.add(island);
      const hydrate = loaded[island.dataset.component ?? ""];
      try {
        await hydrate?.(island);
      } catch (error) {
        if (error) console.error(error);
      }
    }),
  );
}

/**
 * Ends the islands of a page that is not shown again, listeners and all.
 * @param {Node} page
 */
export const release = (page) => bundle?.release(page);

/**
 * Whether a form is sent by an island.
 * @param {HTMLFormElement} form
 */
export const isOfIsland = (form) => bundle && form.dataset.enhance;

/** Kept when all that was asked for on the page is done; a dead line holds nobody for longer. */
export const settled = () => Promise.race([bundle?.settled(), new Promise((done) => setTimeout(done, 3000))]);
