// Pages one came from, as they were left: Back and Forward show them without asking for them. They are the same nodes, with
// what was typed, and their islands go on. How many there are is bounded; what is dropped is ended.

import { release } from "./islands.js";

/**
 * @typedef {{
 *   view: import("./page.js").View,
 *   place: string,
 *   scroll: number,
 *   inside?: [Element, number, number][],
 *   focus?: HTMLElement | null,
 * }} Kept
 */

const MOST_PAGES = 10;
const MOST_NODES = 15000;

/**
 * By the name of the history's entry, the one left last at the end.
 * @type {Map<string, Kept>}
 */
const pages = new Map();

/**
 * @param {Kept} page
 * @returns {number}
 */
const nodes = ({ view }) => view.main.getElementsByTagName("*").length;

/**
 * @param {string} id
 * @param {Kept} page
 */
export function keep(id, page) {
  pages.set(id, page);
  let sum = 0;
  for (const page of pages.values()) sum += nodes(page);
  for (const [id, page] of pages) {
    if (pages.size <= MOST_PAGES && sum <= MOST_NODES) break;
    sum -= nodes(page);
    drop(id, page);
  }
}

/**
 * @param {string} id
 * @returns {Kept | undefined}
 */
export function take(id) {
  const page = pages.get(id);
  pages.delete(id);
  return page;
}

/**
 * Drops the pages of one person, which tell of what was so before something was sent.
 * @param {string} [withHeart] those that have this, too: the heart of a favourite
 */
export function dropPersonal(withHeart) {
  for (const [id, page] of pages) {
    const { head, main } = page.view;
    const isPersonal = head.some((element) => element.matches("[name=robots]"));
    if (isPersonal || (withHeart && main.querySelector(withHeart))) drop(id, page);
  }
}

/**
 * Whether a page is there that has this.
 * @param {string} selector
 */
export const has = (selector) => [...pages.values()].some(({ view }) => view.main.querySelector(selector));

/**
 * @param {string} id
 * @param {Kept} page
 */
function drop(id, { view }) {
  pages.delete(id);
  release(view.main);
}
