// The shop on a bad line: pages one has seen open without a network, and what is sent without one waits on the phone and
// is sent once when the network is back. The rules are in `app/docs/decisions/offline.md`.
//
// The server puts one line before this file: `self.SHOP`, the name of the build and the words of each language
// (`app/src/offline/worker.rs`). Words are HTML already.

/**
 * What the shop says in one language.
 * @typedef {object} Words
 * @property {"rtl" | "ltr"} dir
 * @property {string} tag Of the language, as `lang` has it.
 * @property {[number, string][]} ages How old a copy is, from so many seconds on, the youngest first.
 * @property {string} away That there is no connection.
 * @property {string} slow That the connection is slow.
 * @property {string} title Of the page in place of one that cannot be opened.
 * @property {string} text What that page says.
 * @property {string} seen Heading over the pages that can be opened.
 * @property {string} unsent That a form did not arrive.
 * @property {string} unforgotten That nothing was forgotten on this phone.
 * @property {string} again Link that asks for a page once more.
 * @property {string} home Link to the first page.
 * @property {string} waits That something waits to be sent.
 * @property {string} see Link to what waits.
 * @property {string} cartWaits Beside a line of the cart; text, not HTML.
 * @property {string} cartKept That changes of the cart wait.
 * @property {string} cartRefused That a change of the cart could not be made.
 * @property {string} orderWaits That an order will be sent.
 * @property {string} orderAsks That an order was not sent because something changed.
 * @property {string} orderLook Button that shows what changed.
 * @property {string} orderSent That an order was sent.
 * @property {string} orderLate That an order was sent before it was given up.
 * @property {string} orderSee Link to that order.
 * @property {string} send Button that sends now.
 * @property {string} drop Opens what giving up means.
 * @property {string} dropAsk What giving up means.
 * @property {string} dropSure Button under it that gives up what waits.
 */

/** @typedef {{ build: string, languages: string[], words: Record<string, Words> }} Shop Languages in the order of `Locale`. */

/**
 * Something to be sent. An order waits until it was sent, asks when the shop did not take it as it was, and is remembered
 * as sent until its page is opened.
 * @typedef {object} Post
 * @property {number} [id]
 * @property {"cart" | "order"} kind
 * @property {string} language
 * @property {string} path Where the form goes.
 * @property {string} body The form, as browsers send it.
 * @property {number} at When it was pressed.
 * @property {"waits" | "asks" | "sent" | "refused"} state
 * @property {string} [place] The page of the order it became.
 */

/**
 * An answer: either as it came, or a whole page.
 * @typedef {{ as: Response } | { text: string, headers: Headers, status: number }} Answer
 */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const shop = /** @type {{ SHOP: Shop }} */ (/** @type {unknown} */ (self)).SHOP;

// A worker with other stores waits until nobody uses the old ones; one with the same takes over at once.
const STORES = "bazar-1-";
const PAGES = `${STORES}pages`;
const PICTURES = `${STORES}pictures`;
const FILES = `${STORES}files`;
/** Cart and checkout of this phone: one of each, as they were last. */
const OWN = `${STORES}own`;
/** The pages that stand in for others, by language. */
const STAND_INS = `${STORES}stand-ins`;

/** The most that is kept, entries and bytes; the oldest go first. @type {Record<string, [number, number]>} */
const LIMITS = {
  [PAGES]: [60, 4_000_000],
  [PICTURES]: [150, 6_000_000],
  [FILES]: [120, 12_000_000],
  [OWN]: [6, 1_000_000],
};

/** So long a page that is there already waits for a newer one; the same when the line was dead a moment ago. */
const SHORT_MS = 5_000;
const DEAD_MS = 1_000;
/** So long a line counts as dead. */
const RECENT_MS = 10_000;
/** So long everything else waits for an answer to begin, and for its next piece. */
const LONG_MS = 12_000;
/** The shop may work this long on an order. */
const ORDER_MS = 25_000;
/** An order older than this is not sent without asking. */
const ASK_AFTER_MS = 24 * 3600_000;
const FORGET_SENT_MS = 3 * 24 * 3600_000;
const MOST_POSTS = 60;
/** Which order somebody gave up that had gone: says so in the address of the page of what waits. */
const LATE = "late";

const languages = shop.languages.join("|");
const PUBLIC = new RegExp(`^/(${languages})(/(products|shops)(/[a-z0-9-]+)?|/(stations|about|search))?$`);
const OWN_PAGE = new RegExp(`^/(${languages})/(cart|checkout)$`);
const HTML = "text/html; charset=utf-8";
const FORM = "application/x-www-form-urlencoded";
const KEPT_HEADERS = [
  "cache-control",
  "content-security-policy",
  "cross-origin-opener-policy",
  "permissions-policy",
  "referrer-policy",
  "x-content-type-options",
];

class Late extends Error {}

/** When the network failed last. */
let lostAt = 0;
