// A worker comes, takes over from the one before, and hears of what happens.

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("fetch", answer);
worker.addEventListener("message", drop);
worker.addEventListener("online", () => void flush());
worker.addEventListener(/** @type {any} */ ("sync"), (/** @type {any} */ event) =>
  event.waitUntil(
    flush().then((isDone) => {
      // The browser tries again later.
      if (!isDone) throw new Error("not sent yet");
    }),
  ),
);

async function install() {
  const open = await worker.clients.matchAll({ includeUncontrolled: true, type: "window" });
  // The pages of an older build that stand in for others go, in each language that was opened.
  const old = await (await caches.open(STAND_INS)).keys();
  const spoken = new Set([...open, ...old].map(({ url }) => languageOf(new URL(url).pathname)));
  await Promise.all([...spoken].map((language) => keepStandIns(language, true)));
  const others = (await caches.keys()).filter((name) => name.startsWith("bazar-") && !name.startsWith(STORES));
  if (others.length === 0) await worker.skipWaiting();
}

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith("bazar-") && !name.startsWith(STORES)) await caches.delete(name);
  }
  await worker.registration.navigationPreload?.enable();
  await worker.clients.claim();
  // The page that brought this worker was seen too; the browser has it, and all it shows.
  const open = await worker.clients.matchAll({ type: "window" });
  await Promise.all(open.map((client) => adopt(new URL(client.url)).catch(() => undefined)));
}

/** Keeps a page that was opened before there was a worker, with the files the browser has of it. @param {URL} url */
async function adopt(url) {
  if (!isKept(url)) return;
  const mode = /** @type {const} */ ("same-origin");
  const page = await fetch(url, { headers: { accept: "text/html", "x-navigation": "1" } });
  if (page.status !== 200 || page.redirected) return;
  const text = await whole(page);
  await keepPage(url, text, page.headers, true);
  const files = new Set(text.match(/\/(assets|media)\/[\w./-]+/g));
  for (const path of files) {
    const file = await fetch(path, { cache: "only-if-cached", mode }).catch(() => undefined);
    if (file?.ok) await keepFile(storeOf(path), new URL(path, location.href).href, file);
  }
}
