// Answering what pages ask for: from the network, and where that fails from what the phone has.

/** @param {FetchEvent} event */
function answer(event) {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === "POST") return answerPost(event, url);
  if (request.method !== "GET") return;
  if (request.mode !== "navigate" && /^\/(assets|media)\//.test(url.pathname)) {
    if (!request.headers.has("range")) event.respondWith(file(event, url));
  } else if (request.mode === "navigate" || request.headers.has("x-navigation")) {
    event.respondWith(isWaitingPage(url) ? waitingPage(event, url) : page(event, url));
  }
}

/** What is kept is what never changes under its name. @param {FetchEvent} event @param {URL} url */
async function file(event, url) {
  const store = storeOf(url.pathname);
  const kept = await (await caches.open(store)).match(url.href);
  if (kept) return kept;
  const asked = { client: event.clientId, path: url.pathname, stop: new AbortController() };
  running.add(asked);
  const end = () => running.delete(asked);
  try {
    const answer = await fetch(event.request, { signal: asked.stop.signal });
    if (answer.status === 200 && answer.type === "basic") {
      event.waitUntil(keepFile(store, url.href, answer.clone()).catch(() => undefined).finally(end));
    } else end();
    return answer;
  } catch (error) {
    end();
    throw error;
  }
}

/** Files on their way. @type {Set<{ client: string, path: string, stop: AbortController }>} */
const running = new Set();

/** A page says which pictures it no longer waits for, by all their sizes. @param {ExtendableMessageEvent} event */
function drop({ data, source }) {
  for (const { client, path, stop } of running) {
    if (source instanceof Client && source.id === client && String(data).includes(path)) stop.abort();
  }
}

/** @param {string} path */
function storeOf(path) {
  return path.startsWith("/media/") ? PICTURES : FILES;
}

/** A page from the network, or a copy when that takes too long. @param {FetchEvent} event @param {URL} url */
async function page(event, url) {
  const language = languageOf(url.pathname);
  const loading = load(event, url);
  event.waitUntil(loading.then(() => flush()).catch(() => undefined));
  for (const post of await posts()) {
    if (post.state === "sent" && post.place === url.pathname) await removePost(post);
  }
  const kept = isKept(url) ? await keptPage(url) : undefined;
  let isLate = false;
  try {
    // A copy of the cart is for want of anything better only: it would show what was true once.
    const patience = Date.now() - lostAt < RECENT_MS ? DEAD_MS : SHORT_MS;
    return await shown(await (kept && PUBLIC.test(url.pathname) ? within(loading, patience) : loading), language);
  } catch (error) {
    if (event.request.signal.aborted) throw error;
    isLate = error instanceof Late;
    if (!isLate || !kept) lostAt = Date.now();
  }
  if (kept) return copy(kept, language, isLate);
  // Whoever navigates by a script opens the page the ordinary way now, and comes back here.
  if (event.request.mode !== "navigate") return Response.error();
  if (url.pathname === "/") return toLastLanguage();
  return standIn(language);
}

/** @param {FetchEvent} event @param {URL} url @returns {Promise<Answer>} */
async function load(event, url) {
  let as = arrived(await within(ask(event), LONG_MS));
  // What waits goes out first: the page then tells of what became of it.
  if (await sendWaiting()) as = arrived(await within(fetch(event.request), LONG_MS));
  const isPage = as.type === "basic" && !as.redirected && (as.headers.get("content-type") ?? "").startsWith("text/html");
  // Pages of one person's own are passed on as they come, unless there is a line to put in.
  if (!isPage || !(isKept(url) || (await posts()).length)) return { as };
  const text = await whole(as);
  if (as.status === 200 && isKept(url)) {
    const keeping = keepPage(url, text, as.headers, event.request.headers.has("x-navigation"));
    event.waitUntil(keeping.then(() => keepStandIns(languageOf(url.pathname), false)).catch(() => undefined));
  }
  return { text, headers: as.headers, status: as.status };
}

/** What stands before the shop says that it is gone. @param {Response} answer */
function arrived(answer) {
  if (answer.status === 502 || answer.status === 504) throw new Error(`${answer.status}`);
  lostAt = 0;
  return answer;
}

/** @param {FetchEvent} event @returns {Promise<Response>} */
async function ask(event) {
  return (await event.preloadResponse) ?? fetch(event.request);
}

/** The text of an answer that came to its end; one that was cut or that stalls is an error. @param {Response} answer */
async function whole(answer) {
  const reader = answer.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const piece = reader ? await within(reader.read(), LONG_MS) : { done: true, value: undefined };
    if (piece.done) break;
    text += decoder.decode(piece.value, { stream: true });
  }
  if (!/<\/html>\s*$/.test(text)) throw new Error("a page without an end");
  return text;
}

/** @template T @param {Promise<T>} promise @param {number} ms @returns {Promise<T>} */
function within(promise, ms) {
  /** @type {number | undefined} */
  let timer;
  const late = new Promise((_, refuse) => {
    timer = setTimeout(() => refuse(new Late()), ms);
  });
  return Promise.race([promise, /** @type {Promise<never>} */ (late)]).finally(() => clearTimeout(timer));
}

/** @param {Answer} answer @param {string} language */
async function shown(answer, language) {
  if ("as" in answer) return answer.as;
  return document(insert(answer.text, await lines(language)), answer.headers, answer.status);
}

/** A page that is made of text, with what matters of the headers it came with. @param {string} text @param {Headers} from @param {number} status */
function document(text, from, status) {
  const headers = new Headers({ "content-type": HTML });
  for (const name of KEPT_HEADERS) {
    const value = from.get(name);
    if (value) headers.set(name, value);
  }
  return new Response(text, { status, headers });
}

/** @param {string} text @param {string} html */
function insert(text, html) {
  return html ? text.replace(/<main\b[^>]*>/, (main) => main + html) : text;
}
