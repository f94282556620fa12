// The browser's part of the shop: hydrates the islands, and keeps the document while one navigates inside the shop.
//
// The page is complete without any of this. Every failure here ends in an ordinary navigation.

const own = document.currentScript ?? document.querySelector("script[data-wasm]");
const { js, wasm, build } = own.dataset;
let module;

async function start() {
  const loaded = await import(js);
  preload(loaded.parts, document.body);
  await loaded.default({ module_or_path: wasm });
  // Calls carry it: an answer of another build could be misread.
  document.documentElement.dataset.build = build;
  loaded.hydrate();
  module = loaded;
  await hydrateIslands(document.body);
  document.documentElement.dataset.hydrated = "true";
}

const islandsIn = (root) => [...root.querySelectorAll("leptos-island")];

// An island may have its code in files of its own: they are on their way before the island asks for them.
function preload(parts, root) {
  for (const island of islandsIn(root)) {
    for (const file of parts?.[island.dataset.component.replace("_island", "")] ?? []) {
      const url = new URL(file, new URL(js, location.href));
      if (document.head.querySelector(`link[href="${url}"]`)) continue;
      const link = document.createElement("link");
      Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: url });
      document.head.append(link);
    }
  }
}

// Each one hydrates alone: an island that fails leaves its form as the server sent it.
function hydrateIslands(root) {
  preload(module.parts, root);
  return Promise.all(
    islandsIn(root).map(async (island) => {
      const hydrate = module[island.dataset.component];
      if (!hydrate) return console.warn("no island", island.dataset.component);
      try {
        await hydrate(island);
      } catch (error) {
        if (error) console.error(error);
      }
    }),
  );
}

// --- Navigation inside the shop, without loading the document anew -------------------------------------------------

const place = () => location.pathname + location.search;
let shown = place();
const shell = (url) => url.pathname.split("/")[1];
let navigating = 0;

function isOurs(url) {
  return url.origin === location.origin && shell(url) === shell(location);
}

// A page of the same shop, language and build, or nothing.
async function fetchPage(url) {
  // The header leaves out what this document has already: the style sheet.
  const response = await fetch(url, { headers: { accept: "text/html", "x-navigation": "1" } });
  const type = response.headers.get("content-type") ?? "";
  if (!response.ok || !type.startsWith("text/html")) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const script = page.querySelector("script[data-wasm]");
  // The work areas have a bundle of their own.
  if (script?.dataset.build !== build || script.dataset.wasm !== wasm || page.documentElement.lang !== document.documentElement.lang) return;
  return { page, url: response.url };
}

async function go(url, { scroll = 0, push = true } = {}) {
  const turn = ++navigating;
  document.documentElement.dataset.navigating = "true";
  try {
    // What was just asked for is done before the next page is made; a dead line holds nobody for longer.
    await Promise.race([module?.settled(), new Promise((done) => setTimeout(done, 3000))]);
    const found = await fetchPage(url);
    if (turn !== navigating) return;
    if (!found) return load(url, push);
    const show = () => {
      if (push) {
        history.replaceState({ scroll: scrollY }, "");
        history.pushState({ scroll: 0 }, "", found.url + url.hash);
      }
      swap(found.page, url.hash, scroll);
    };
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (document.startViewTransition && !still) await document.startViewTransition(show).updateCallbackDone;
    else show();
  } catch {
    if (turn === navigating) load(url, push);
  } finally {
    if (turn === navigating) delete document.documentElement.dataset.navigating;
  }
}

function load(url, push) {
  if (push) location.assign(url);
  else location.reload();
}

// Replaces what differs between two pages; the header's cart island and a running player stay as they are.
function swap(page, hash, scroll) {
  document.title = page.title;
  shown = place();
  const words = page.querySelector("header input[name=q]")?.defaultValue ?? "";
  for (const input of document.querySelectorAll("header input[name=q]")) input.value = words;
  for (const selector of ["main", ".c-languages"]) {
    const [old, fresh] = [document.querySelector(selector), page.querySelector(selector)];
    if (old && fresh) old.replaceWith(document.adoptNode(fresh));
  }
  const [menu, freshMenu] = [document, page].map((from) => [...from.querySelectorAll(".c-menu a")]);
  menu.forEach((link, i) => {
    const current = freshMenu[i]?.getAttribute("aria-current");
    if (current) link.setAttribute("aria-current", current);
    else link.removeAttribute("aria-current");
  });
  const main = document.querySelector("main");
  if (module) {
    module.release();
    hydrateIslands(main);
  }
  const target = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
  if (target) target.scrollIntoView();
  else scrollTo({ top: scroll, behavior: "instant" });
  main.focus({ preventScroll: true });
}

addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (link.target || link.hasAttribute("download") || link.hasAttribute("data-plain")) return;
  const url = new URL(link.href);
  if (!isOurs(url)) return;
  if (url.pathname === location.pathname && url.search === location.search && url.hash) return;
  event.preventDefault();
  go(url);
});

// Full page loads restore their place by hand too, because the browser was told not to.
addEventListener("pagehide", () => history.replaceState({ ...history.state, scroll: scrollY }, ""));
if (history.state?.scroll) scrollTo({ top: history.state.scroll, behavior: "instant" });

// Links within a page come here too: the page stays, with all that was typed into it.
addEventListener("popstate", (event) => {
  if (place() !== shown) go(new URL(location), { push: false, scroll: event.state?.scroll ?? 0 });
});
if ("scrollRestoration" in history) history.scrollRestoration = "manual";

// A page the browser kept whole when one went away may be older than the cart: look again when it comes back.
addEventListener("pageshow", (event) => event.persisted && location.reload());

if (wasm) ("requestIdleCallback" in window ? requestIdleCallback : setTimeout)(() => start().catch(console.error));
