// The page of what waits, and the lines about it on others.

/** The lines about what waits, for the top of a page. @param {string} language */
async function lines(language) {
  const words = wordsOf(language);
  const all = await posts();
  const see = `<a class="c-link" href="/${language}/offline/waiting">${words.see}</a>`;
  const told = [];
  if (all.some((post) => post.state === "asks")) told.push(`${words.orderAsks} ${see}`);
  if (all.some((post) => post.state === "waits")) told.push(`${words.waits} ${see}`);
  if (all.some((post) => post.state === "refused")) told.push(`${words.cartRefused} ${see}`);
  for (const post of all.filter((post) => post.state === "sent")) {
    told.push(`${words.orderSent} <a class="c-link" href="${escaped(post.place ?? "")}">${words.orderSee}</a>`);
  }
  return told.map((line) => `<p class="c-notice" role="status" data-testid="waiting-line">${line}</p>`).join("");
}

/** @param {URL} url */
function isWaitingPage(url) {
  return /^\/[a-z]+\/offline\/waiting$/.test(url.pathname);
}

/** What waits, and what can be done with it. @param {FetchEvent} event @param {URL} url */
async function waitingPage(event, url) {
  // A document of its own: it looks again by itself, and its window is known by this address. Scripts that put pages into theirs
  // open it the ordinary way when the answer is none.
  if (event.request.mode !== "navigate") return new Response();
  const language = languageOf(url.pathname);
  // The browser asked for it beforehand, as for any page.
  event.waitUntil(Promise.all([event.preloadResponse, flush()]).catch(() => undefined));
  // Perhaps the network is back.
  await sendAndShow(DEAD_MS);
  const gone = (await posts()).filter((post) => post.state === "sent");
  const late = gone.find((post) => String(post.id) === url.searchParams.get(LATE));
  const [sent] = gone;
  if (sent && !late) return Response.redirect(`${sent.place}?placed=1`, 303);
  const words = wordsOf(language);
  await within(keepStandIns(language, false), LONG_MS).catch(() => undefined);
  const kept = await (await caches.open(STAND_INS)).match(`/${language}/offline/waiting`);
  const page = kept && (await dressed(kept, language));
  let text = page?.text ?? plain(language, words.waits, "");
  const all = await posts();
  if (all.length > 0) {
    const parts = all.filter((post) => post.kind === "order" && post.state !== "sent").map((post) => waitingOrder(post, language, words));
    const carts = all.filter((post) => post.kind === "cart");
    if (carts.length > 0) parts.push(waitingCart(carts, language, words));
    if (late) parts.unshift(sentAlready(late, words));
    text = text.replace(/<!--waiting-->[^]*?<!--\/waiting-->/, () => parts.join(""));
  }
  // Looks again by itself.
  if (all.some((post) => post.state === "waits")) {
    text = text.replace("</head>", () => `<meta http-equiv="refresh" content="15"></head>`);
  }
  for (const post of all.filter((post) => post.state === "refused")) await removePost(post);
  return document(text, page?.headers ?? new Headers(), 200);
}

/** @param {Post} post @param {string} language @param {Words} words */
function waitingOrder(post, language, words) {
  const sure = button(language, post, "drop", words.dropSure, " c-button--danger");
  const drop = `<details><summary class="c-button">${words.drop}</summary><p>${words.dropAsk}</p>${sure}</details>`;
  if (post.state === "waits") {
    const send = button(language, post, "send", words.send, " c-button--primary");
    return card("waits", `<p>${words.orderWaits}</p><div class="c-actions">${send}${drop}</div>`);
  }
  const fields = [...new URLSearchParams(post.body)]
    .map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
    .join("");
  const look = `<button class="c-button c-button--primary">${words.orderLook}</button>`;
  // The checkout comes as a document of its own, under its own address.
  const form = `<form method="post" action="${escaped(post.path)}" data-plain>${fields}${look}</form>`;
  return card("asks", `<p>${words.orderAsks}</p><div class="c-actions">${form}${drop}</div>`);
}

/** Instead of giving up what has gone meanwhile. @param {Post} post @param {Words} words */
function sentAlready({ place = "" }, words) {
  const see = `<a class="c-button c-button--primary" href="${escaped(place)}">${words.orderSee}</a>`;
  const code = `<bdi class="c-code" dir="ltr" translate="no">${escaped(place.split("/").pop() ?? "")}</bdi>`;
  return card("sent", `<p role="alert">${words.orderLate}</p><p>${code}</p><div class="c-actions">${see}</div>`);
}

/** @param {Post[]} all @param {string} language @param {Words} words */
function waitingCart(all, language, words) {
  const waits = all.find((post) => post.state === "waits");
  const send = waits ? button(language, waits, "send", words.send, " c-button--primary") : "";
  const text = waits ? words.cartKept : words.cartRefused;
  return card("cart", `<p>${text}</p><div class="c-actions">${send}</div>`);
}

/** @param {string} state @param {string} html */
function card(state, html) {
  return `<article class="c-card c-stack" data-testid="waiting-post" data-state="${state}">${html}</article>`;
}

/** @param {string} language @param {Post} post @param {string} step @param {string} label @param {string} look */
function button(language, post, step, label, look) {
  const id = `<input type="hidden" name="id" value="${post.id}">`;
  const press = `<button class="c-button${look}" name="step" value="${step}">${label}</button>`;
  return `<form method="post" action="/${language}/offline/waiting">${id}${press}</form>`;
}

/** Sends what waits before a page is shown; whether any of it went out. */
async function sendWaiting() {
  const count = async () => (await posts()).filter((post) => post.state === "waits").length;
  const before = await count();
  if (before > 0) await sendAndShow(SHORT_MS);
  return (await count()) < before;
}

/** Sends what waits, for a page that shows what became of it. @param {number} ms */
async function sendAndShow(ms) {
  showing += 1;
  await within(flush(), ms).catch(() => undefined);
  showing -= 1;
}

/** What was pressed on the page of what waits. @param {FetchEvent} event @param {string} language */
async function decide(event, language) {
  const fields = new URLSearchParams(await event.request.clone().text());
  const find = async () => (await posts()).find((post) => String(post.id) === fields.get("id"));
  const post = await find();
  const here = `/${language}/offline/waiting`;
  if (post && fields.get("step") === "send") await sendAndShow(ORDER_MS);
  if (post && fields.get("step") === "drop") {
    // It may be on its way at this moment, and what has gone cannot be given up here.
    if (flushing) await sendAndShow(SHORT_MS);
    const now = await find();
    if (now?.state === "sent") return Response.redirect(`${here}?${LATE}=${now.id}`, 303);
    if (now) await removePost(now);
  }
  return Response.redirect(here, 303);
}
