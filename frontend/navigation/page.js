// A page of the shop as the parts of a document that differ from page to page: reading them, and putting them in place.

import { own } from "./islands.js";

/**
 * @typedef {{
 *   head: Element[],
 *   main: HTMLElement,
 *   languages: Element | null,
 *   here: string | null | undefined,
 *   words: string,
 *   badge: HTMLElement | null,
 * }} View
 * @typedef {{ view?: View, url: URL, isRedirected: boolean }} Found
 */

/** What differs between the heads of two pages. */
const HEAD =
  "title,[name=description],[name=robots],[property],[itemprop],[name^=twitter],[rel=canonical],[rel=alternate],[type$=json]";

/** The number of the cart in the menu. */
const BADGE = "header [data-component=badge_island]";

/**
 * @param {Document} page
 * @returns {View}
 */
export function viewOf(page) {
  return {
    head: [...page.head.querySelectorAll(HEAD)],
    main: /** @type {HTMLElement} */ (page.querySelector("main")),
    languages: page.querySelector(".c-languages"),
    here: page.querySelector(".c-menu [aria-current]")?.getAttribute("href"),
    words: searchField(page)?.value ?? "",
    badge: page.querySelector(BADGE),
  };
}

/**
 * @param {Document} page
 * @returns {HTMLInputElement | null}
 */
const searchField = (page) => page.querySelector("header input[name=q]");

/**
 * Shows a page, and answers the one that was shown. The header with the cart's number and a running player stay.
 * @param {View} view
 * @returns {View}
 */
export function show(view) {
  const left = viewOf(document);
  for (const element of left.head) element.remove();
  document.head.append(...view.head);
  left.main.replaceWith(view.main);
  if (view.languages) left.languages?.replaceWith(view.languages);
  for (const link of document.querySelectorAll(".c-menu a")) {
    if (link.getAttribute("href") === view.here) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  const search = searchField(document);
  if (search) {
    search.value = view.words;
    search.dir = view.words && "auto";
  }
  return left;
}

/** The element with the cart's number. */
export const badge = () => document.querySelector(BADGE);

/**
 * Whose menu a page has: the shop's, or a work area's own.
 * @param {Document} page
 */
const menu = (page) => page.querySelector(".c-menu")?.ariaLabel;

/** The cart's number as it is shown. */
export const count = () => badge()?.textContent;

/**
 * Asks for a page; without a view it is none of this shop, in this language and of this build.
 * @param {URL} asked
 * @param {RequestInit} [init]
 * @returns {Promise<Found>}
 */
export async function fetchPage(asked, init) {
  // The header leaves out what this document has already: the style sheet.
  const response = await fetch(asked, { ...init, headers: { accept: "text/html", "x-navigation": "1" } });
  const found = { url: new URL(response.url || asked), isRedirected: response.redirected };
  // A form that is not right yet is answered by the page it stands on.
  if (!(response.ok || init?.body) || !response.headers.get("content-type")?.startsWith("text/html")) return found;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const script = /** @type {HTMLElement | null} */ (page.querySelector("script[data-build]"));
  const { build, wasm } = own.dataset;
  // The work areas have a bundle of their own, and headers that differ.
  const isOurs = script?.dataset.build === build && script?.dataset.wasm === wasm && menu(page) === menu(document) && page.documentElement.lang === document.documentElement.lang;
  return isOurs ? { ...found, view: viewOf(page) } : found;
}
