// Going from page to page of the shop while the document stays.
//
// One navigation runs at a time: a newer one aborts the older on the wire, and what comes late is not shown. Address and
// content change in one step. An entry of the history is known by a name in its state; the page that belongs to it is in
// `memory.js`, or is asked for again.

import { hydrateIn, isOfIsland, own, release, settled } from "./islands.js";
import { dropPersonal, has, keep, take } from "./memory.js";
import { badge, count, fetchPage, show } from "./page.js";

/**
 * @typedef {import("./page.js").Found} Found
 * @typedef {{
 *   id?: string,
 *   pressed?: Element | null,
 *   form?: HTMLFormElement,
 *   send?: RequestInit,
 *   fail?: () => void,
 * }} How
 * @typedef {{
 *   take: (url: URL, signal: AbortSignal) => Promise<Found | undefined> | undefined,
 *   clear: () => void,
 *   watch: () => void,
 * }} Prefetched
 * @typedef {typeof shop} Shop
 */

const root = document.documentElement;

/** Where people work: forms there, with files and drafts of their own, are sent the ordinary way. */
const WORK = /^\/[^/]+\/(account|apply|centre|desk|studio|translate)(\/|$)/;

/** @param {URL | Location} url */
const placeOf = (url) => url.pathname + url.search;
const place = () => placeOf(location);
const freshId = () => String(Math.random());

/** The page one sees: the name of its entry in the history, and its address. */
const shown = { id: history.state?.id ?? freshId(), place: place() };

/**
 * How far down each page was left, also by the documents before this one in the same tab.
 * @type {Map<string, number>}
 */
const scrolls = new Map(noted());

/**
 * What was scrolled inside the page that is shown.
 * @type {Set<Element>}
 */
const scrolled = new Set();

/** @type {AbortController | undefined} */
let running;
/** @type {ViewTransition | undefined} */
let transition;
/** @type {(Element | null | undefined)[]} */
let marked = [];
/**
 * Pictures that were still on their way, as the parts of which the browser chooses.
 * @type {[HTMLImageElement, string, string][]}
 */
let paused = [];
/** @type {Prefetched | undefined} */
let prefetched;

/** Read out when another page is shown. */
const announcer = document.createElement("div");

/**
 * @param {URL} url
 * @returns {boolean}
 */
function isOurs(url) {
  return url.origin === location.origin && url.pathname.split("/")[1] === location.pathname.split("/")[1];
}

/**
 * A sign at once on what was pressed; the bar at the top comes with the style sheet if it takes longer.
 * @param {Element | null | undefined} pressed
 * @param {HTMLFormElement} [form]
 */
function mark(pressed, form) {
  root.dataset.navigating = "";
  pressed?.setAttribute("data-pressed", "");
  const main = /** @type {Element} */ (document.querySelector("main"));
  marked = [main, form, pressed];
  main.setAttribute("aria-busy", "true");
  form?.setAttribute("aria-busy", "true");
  // Pictures on their way leave the line to the page that is asked for; on this one they come after all when it is seen again.
  for (const picture of /** @type {NodeListOf<HTMLImageElement>} */ (main.querySelectorAll("picture>[loading]"))) {
    if (picture.complete) continue;
    for (const part of /** @type {HTMLCollectionOf<HTMLImageElement>} */ (/** @type {Element} */ (picture.parentNode).children)) {
      paused.push([part, part.srcset, part.src]);
      part.srcset = part.src = "";
    }
  }
  // The browser does not tell the service worker of it.
  navigator.serviceWorker?.controller?.postMessage(String(paused));
}

/** Ends what is under way, if anything is. */
function stop() {
  running?.abort();
  transition?.skipTransition();
  unmark();
}

function unmark() {
  delete root.dataset.navigating;
  for (const element of marked) {
    element?.removeAttribute("aria-busy");
    element?.removeAttribute("data-pressed");
  }
  for (const [part, srcset, src] of paused) Object.assign(part, { srcset, src });
  marked = paused = [];
}

/**
 * Goes to an address: by a link, by a form (`send`; `fail` says that it did not go out), or because the history is there
 * already (`id`).
 * @param {URL} url
 * @param {How} [how]
 */
async function go(url, { id, pressed, form, send, fail } = {}) {
  stop();
  const { signal } = (running = new AbortController());
  mark(pressed, form);
  try {
    // What was just asked for is done before the next page is made.
    await settled();
    if (signal.aborted) return;
    const before = count();
    const early = send ? undefined : prefetched?.take(url, signal);
    const found = (await early) ?? (await fetchPage(url, { ...send, signal }));
    if (signal.aborted) return;
    const { view, isRedirected } = found;
    if (!view) return isRedirected ? leave(found.url, id) : leave(url, id, form);
    const to = send && !isRedirected ? shown.place : placeOf(found.url);
    await transit(Boolean(early), () => {
      if (!signal.aborted) arrive(view, to, { hash: url.hash, before, id, isSent: Boolean(send) });
    });
  } catch {
    if (signal.aborted) return;
    if (fail) fail();
    else leave(url, id);
  } finally {
    if (!signal.aborted) unmark();
  }
}

/**
 * @param {boolean} isAtHand what is there already is shown at once
 * @param {() => void} change
 */
async function transit(isAtHand, change) {
  if (isAtHand || !document.startViewTransition || matchMedia("(prefers-reduced-motion: reduce)").matches) return change();
  transition = document.startViewTransition(change);
  // It is skipped when the next navigation begins.
  transition.ready.catch(() => {});
  await transition.updateCallbackDone;
}

/**
 * The ordinary way.
 * @param {URL} url
 * @param {string} [id]
 * @param {HTMLFormElement} [form]
 */
function leave(url, id, form) {
  shop.isLeaving = true;
  if (form) form.submit();
  else if (id) location.reload();
  else location.assign(url);
}

/**
 * Shows a page that was asked for, and has the address say so. The answer to a form that is not right yet is the page that the
 * form stands on.
 * @param {import("./page.js").View} view
 * @param {string} to
 * @param {{ hash: string, before: string | null | undefined, id: string | undefined, isSent: boolean }} how `before` is the cart's
 *   number when it was asked for
 */
function arrive(view, to, { hash, before, id, isSent }) {
  // A form on the list of favourites changes what pages say of its products.
  if (isSent) forget(to.includes("/favourites") ? ".c-heart" : "");
  const isSame = to === shown.place || (isSent && to.split("?")[0] === location.pathname);
  const scroll = id ? (scrolls.get(id) ?? 0) : isSame && isSent ? scrollY : 0;
  put({ view, place: to, scroll }, id ?? freshId(), {
    push: !id && !isSame,
    address: isSent ? to : to + hash,
    isKept: Boolean(id) || !(isSame || isSent),
  });
  if (count() === before) showCount(view.badge);
  document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
  // The same page stays where it was scrolled to: what it says now may stand elsewhere.
  const says = isSent && view.main.querySelector("[role=alert]:not([hidden])" + (isSame ? ",#notice" : ""));
  if (says) focusOn(/** @type {HTMLElement} */ (says), false);
  else focusOnHeading(view.main);
}

/**
 * Something was sent: what pages said before may not be so any more.
 * @param {string} [withHeart] what those pages have of it that say whether something is a favourite
 */
function forget(withHeart) {
  dropPersonal(withHeart);
  prefetched?.clear();
}

/**
 * Shows the cart's number as a page that was just asked for has it.
 * @param {HTMLElement | null} fresh
 */
function showCount(fresh) {
  const old = badge();
  if (!old || !fresh || old.textContent === fresh.textContent) return;
  old.replaceWith(fresh);
  release(old);
  hydrateIn(/** @type {ParentNode} */ (fresh.parentNode));
}

/**
 * @param {HTMLElement} element
 * @param {boolean} [preventScroll]
 */
function focusOn(element, preventScroll = true) {
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll });
}

/** @param {HTMLElement} main */
const focusOnHeading = (main) => focusOn(main.querySelector("h1") ?? main);

/**
 * Puts a page in place of the one that is shown, in one step with the address.
 * @param {import("./memory.js").Kept} page
 * @param {string} id
 * @param {{ push?: boolean, address: string, isKept: boolean }} how
 */
function put(page, id, { push, address, isKept }) {
  unmark();
  scrolls.set(shown.id, scrollY);
  const left = {
    place: shown.place,
    scroll: scrollY,
    inside: [...scrolled].map((element) => /** @type {[Element, number, number]} */ ([element, element.scrollLeft, element.scrollTop])),
    focus: /** @type {HTMLElement | null} */ (document.activeElement),
  };
  scrolled.clear();
  history[push ? "pushState" : "replaceState"]({ id }, "", address);
  const view = show(page.view);
  // A page of a work area tells of what is so now.
  if (isKept && !WORK.test(left.place)) keep(shown.id, { ...left, view });
  else release(view.main);
  Object.assign(shown, { id, place: page.place });
  for (const [element, left, top] of page.inside ?? []) {
    scrolled.add(element);
    element.scrollTo({ left, top, behavior: "instant" });
  }
  scrollTo({ top: page.scroll, behavior: "instant" });
  announcer.textContent = document.title;
  hydrateIn(page.view.main);
  look(page.view.main);
  prefetched?.watch();
}

/**
 * @returns {[string, number][]}
 */
function noted() {
  try {
    return JSON.parse(sessionStorage.scrolls);
  } catch {
    // None were left, or there is no storage.
    return [];
  }
}

/** Leaves a note for the next document of this tab: the history's own state cannot be changed at this point. */
function note() {
  scrolls.set(shown.id, scrollY);
  try {
    sessionStorage.scrolls = JSON.stringify([...scrolls].slice(-50));
  } catch {
    // Without storage a page that is loaded anew begins at its top.
  }
}

/**
 * What a page brings that is typed into it: it is kept on the phone until the shop has it. And what is remembered there of products
 * that were seen; nobody waits for that.
 * @param {HTMLElement} main
 */
async function look(main) {
  const seen = /** @type {HTMLElement | null} */ (main.querySelector("[data-seen]"));
  const file = seen?.dataset.seen;
  if (file) setTimeout(() => import(file).then(({ look }) => look(seen)).catch(() => {}), 999);
  const draft = /** @type {HTMLElement | null} */ (main.querySelector("[data-draft]"));
  const ended = /** @type {HTMLElement | null} */ (main.querySelector("[data-draft-end]"));
  try {
    if (draft?.dataset.draftScript) (await import(draft.dataset.draftScript)).open(draft);
    if (ended) localStorage.removeItem(`draft/${ended.dataset.draftEnd}`);
  } catch {
    // Without the script, or without storage, the form works as it is.
  }
}

/** The history is at another entry. */
function onPop() {
  // A page that was under way belongs to an entry one has left.
  stop();
  const id = history.state?.id;
  if (id === shown.id) return;
  const kept = take(id);
  if (kept) {
    put(kept, id, { address: location.href, isKept: true });
    // Not into a field, whose keyboard would hide the page.
    if (kept.focus?.matches("a,button")) focusOn(kept.focus);
    else focusOnHeading(kept.view.main);
  } else if (place() === shown.place) history.replaceState({ id: shown.id }, "");
  else go(new URL(location.href), { id: id ?? freshId() });
}

/** @param {MouseEvent} event */
function onClick(event) {
  const link = /** @type {HTMLAnchorElement | null | undefined} */ (/** @type {Element} */ (event.target).closest?.("a[href]"));
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (link.matches("[target],[download],[data-plain]")) return;
  const url = new URL(link.href);
  // Between the shop and where people work one has another document.
  if (!isOurs(url) || WORK.test(url.pathname) !== WORK.test(location.pathname)) return;
  event.preventDefault();
  if (url.hash && placeOf(url) === place()) {
    // A place on this page: Back leads to the page before, not up and down this one.
    location.replace(url);
    history.replaceState({ id: shown.id }, "");
  } else go(url, { pressed: link });
}

/**
 * Takes up what need not be there from the start: forms, and pages fetched ahead.
 * @param {{ extend: (shop: Shop) => Prefetched }} later
 */
export function extendBy(later) {
  prefetched = later.extend(shop);
}

/** What `later.js` needs to know and to do. */
const shop = {
  fetchPage,
  isOurs,
  count,
  go,
  showCount,
  hydrateIn,
  release,
  isOfIsland,
  has,
  /** What the page's script element says, such as where files are. */
  own: own.dataset,
  forget,
  /** The document is being left the ordinary way. */
  isLeaving: false,
  /**
   * @param {HTMLFormElement} form
   */
  isUnderWay: (form) => marked.includes(form),
  /**
   * Where people work: forms there, with files and drafts of their own, are sent the ordinary way.
   * @param {string} path
   */
  isWork: (path) => WORK.test(path),
};

/** Listens. */
export function startNavigation() {
  announcer.className = "c-hidden";
  announcer.ariaLive = "polite";
  document.body.append(announcer);
  history.scrollRestoration = "manual";
  history.replaceState({ id: shown.id }, "");
  const top = scrolls.get(shown.id);
  if (top) scrollTo({ top, behavior: "instant" });
  addEventListener("click", onClick);
  addEventListener("popstate", onPop);
  // Strips of pictures and lists lose their place when they are taken out of the document.
  addEventListener("scroll", ({ target }) => target instanceof Element && scrolled.add(target), true);
  addEventListener("pagehide", note);
  addEventListener("pageshow", () => {
    shop.isLeaving = false;
    unmark();
  });
  look(/** @type {HTMLElement} */ (document.querySelector("main")));
}
