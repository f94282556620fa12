// What a page takes up a moment after it is drawn: sending forms while the document stays, and fetching pages ahead. Phones
// that ask for few bytes go without.

/**
 * @typedef {import("./navigation/navigate.js").Shop} Shop
 * @typedef {import("./navigation/page.js").Found} Found
 * @typedef {{ found: Promise<Found | undefined>, count: string | null | undefined, at: number, stop: AbortController }} Ahead
 */

/** Pages that are everybody's and change seldom. */
const PUBLIC = /^\/[^/]+(\/(products|shops|stations|about)(\/[^/]*)?)?$/;
/** How many are there at once. */
const MOST = 4;
/** How many of a page are fetched because their links are in view. */
const MOST_IN_VIEW = 3;
/** How long such a page is good for, in milliseconds. */
const GOOD_FOR = 45_000;
/** How long a link rests in view before its page is fetched, in milliseconds. */
const RESTS = 700;

/**
 * @param {Shop} shop
 */
export function extend(shop) {
  // Tests wait for it.
  document.documentElement.dataset.extended = "";
  addEventListener("submit", (event) => onSubmit(shop, event));
  addEventListener("click", (event) => onScript(shop, event));
  // An island that goes to a page, where the browser tells of it.
  /** @type {any} */ (window).navigation?.addEventListener("navigate", (/** @type {any} */ event) => onNavigate(shop, event));
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) refreshCart(shop).catch(() => {});
  });
  // The service worker, which opens pages without a network.
  const { worker } = shop.own;
  if (worker) whenLoaded(() => navigator.serviceWorker?.register(worker).catch(() => {}));
  return prefetch(shop);
}

/**
 * What begins when everything of this page is there.
 * @param {() => void} begin
 */
function whenLoaded(begin) {
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin, { once: true });
}

/**
 * @param {Shop} shop
 * @param {SubmitEvent} event
 */
function onSubmit(shop, event) {
  const form = /** @type {HTMLFormElement} */ (event.target);
  const pressed = /** @type {HTMLButtonElement | null} */ (event.submitter);
  const url = new URL(pressed?.getAttribute("formaction") ?? form.getAttribute("action") ?? "", location.href);
  // Files, other windows, forms for which somebody else listens.
  const isOdd = form.enctype.startsWith("multi") || form.target || form.matches("[data-plain]") || pressed?.hasAttribute("formmethod");
  if (event.defaultPrevented || isOdd || shop.isOfIsland(form)) return;
  if (!shop.isOurs(url) || shop.isWork(url.pathname) || shop.isWork(location.pathname)) return;
  event.preventDefault();
  // Sent, and not answered yet.
  if (shop.isUnderWay(form)) return;
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) fields.append(name, String(value).replace(/\r?\n|\r/g, "\r\n"));
  if (pressed?.name) fields.append(pressed.name, pressed.value);
  form.querySelector("[data-not-sent]")?.remove();
  const isPost = form.method === "post";
  if (!isPost) url.search = String(fields);
  const fail = () => notSent(form, shop.own.offline);
  const go = () => shop.go(url, isPost ? { pressed, form, send: { method: "POST", body: fields }, fail } : { pressed });
  if (form.dataset.alone) import(form.dataset.alone).then(({ send }) => send(shop, form, url, fields, notSent), go);
  else go();
}

/**
 * A link that names a script does more where there is one: it is fetched now, and does its work in place of the link.
 * @param {Shop} shop
 * @param {MouseEvent} event
 */
function onScript(shop, event) {
  const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest?.("a[data-script]"));
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  import(link.dataset.script ?? "").then(({ run }) => run(link)).catch(() => {
    shop.isLeaving = true;
    location.assign(link.href);
  });
}

/**
 * @param {Shop} shop
 * @param {any} event a `NavigateEvent`
 */
function onNavigate(shop, event) {
  const url = new URL(event.destination.url);
  const isByPerson = event.userInitiated || event.hashChange || event.formData || !/push|replace/.test(event.navigationType);
  if (isByPerson || !event.cancelable || event.destination.sameDocument) return;
  if (shop.isLeaving || !shop.isOurs(url) || shop.isWork(location.pathname)) return;
  event.preventDefault();
  shop.go(url);
}

/**
 * Says so where the form stands; nothing typed is lost.
 * @param {HTMLFormElement} form
 * @param {string} [text]
 */
function notSent(form, text) {
  const notice = document.createElement("p");
  Object.assign(notice, { className: "c-notice c-notice--error", role: "alert", tabIndex: -1, textContent: text });
  notice.dataset.notSent = "";
  form.prepend(notice);
  notice.focus();
}

/**
 * The browser kept the document whole while another was shown: it is as it was left, but for the cart.
 * @param {Shop} shop
 */
async function refreshCart({ fetchPage, showCount, has, hydrateIn, release }) {
  const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector(".c-menu__cart"));
  const view = link && (await fetchPage(new URL(link.href))).view;
  if (!view) return;
  showCount(view.badge);
  const island = "[data-component=cart_island]";
  if (!document.querySelector(island) && !has(island)) return;
  // What all pages show of the cart is one state: hydrated out of sight, this page brings it up to date.
  await hydrateIn(view.main);
  release(view.main);
}

/**
 * Fetches pages ahead: that of a link a finger comes down on, and of a few links that rest in view.
 * @param {Shop} shop
 */
function prefetch({ fetchPage, isOurs, isWork, count }) {
  /** @type {Map<string, Ahead>} */
  const pages = new Map();
  let left = MOST_IN_VIEW;

  /**
   * @param {Ahead} page
   */
  const isGood = (page) => page.count === count() && Date.now() - page.at < GOOD_FOR;

  /** @param {string} key */
  const drop = (key) => {
    pages.get(key)?.stop.abort();
    pages.delete(key);
  };

  /**
   * @param {HTMLAnchorElement} link
   * @returns {string | undefined} what its page is kept under, if it may be fetched ahead
   */
  const keyOf = (link) => {
    const url = new URL(link.href);
    const isPlain = !link.matches("[target],[download],[data-plain]");
    const isElsewhere = url.pathname + url.search !== location.pathname + location.search;
    // From where people work one goes to the shop by another document.
    const isFetched = isPlain && isOurs(url) && isElsewhere && PUBLIC.test(url.pathname) && !isWork(location.pathname);
    return isFetched ? url.pathname + url.search : undefined;
  };

  /**
   * @param {string} key
   * @param {RequestPriority} priority
   */
  const fetchAhead = (key, priority) => {
    const known = pages.get(key);
    if (known && isGood(known)) return known.found;
    drop(key);
    const [oldest] = pages.keys();
    if (pages.size >= MOST) drop(oldest);
    const stop = new AbortController();
    const found = fetchPage(new URL(key, location.href), { signal: stop.signal, priority }).catch(() => undefined);
    pages.set(key, { found, count: count(), at: Date.now(), stop });
    return found;
  };

  /** @type {string | undefined} */
  let pressed;
  addEventListener("pointerdown", ({ target }) => {
    const link = /** @type {HTMLAnchorElement | null | undefined} */ (/** @type {Element} */ (target).closest?.("a[href]"));
    const key = link && keyOf(link);
    pressed = key && !pages.has(key) ? key : undefined;
    if (key) fetchAhead(key, "high");
  });
  // The finger scrolls.
  addEventListener("pointercancel", () => pressed && drop(pressed));

  /** @type {WeakMap<Element, ReturnType<typeof setTimeout>>} */
  const resting = new WeakMap();
  /** One after the other: the page that is open has the first right to the line. */
  let row = Promise.resolve();
  const seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      clearTimeout(resting.get(target));
      if (!isIntersecting || left <= 0) continue;
      resting.set(target, setTimeout(() => {
        seen.unobserve(target);
        const key = target.isConnected && keyOf(/** @type {HTMLAnchorElement} */ (target));
        if (!key || left-- <= 0) return;
        row = row.then(async () => {
          if (target.isConnected) await fetchAhead(key, "low");
        });
      }, RESTS));
    }
  }, { threshold: 1 });

  const watch = () => {
    seen.disconnect();
    left = MOST_IN_VIEW;
    for (const link of document.querySelectorAll("main article a[href]")) seen.observe(link);
  };
  whenLoaded(watch);

  return {
    /** Another page is in place. */
    watch,
    /**
     * The page, if it was fetched ahead and is still good; whoever takes it may stop it.
     * @param {URL} url
     * @param {AbortSignal} signal
     */
    take(url, signal) {
      const key = url.pathname + url.search;
      const page = pages.get(key);
      if (!page) return;
      pages.delete(key);
      // The signal is there for as long as the page is shown: it is not to hold on to what was fetched.
      const { found, stop } = page;
      if (!isGood(page)) return stop.abort();
      signal.addEventListener("abort", () => stop.abort());
      return found;
    },
    clear() {
      for (const key of pages.keys()) drop(key);
    },
  };
}
