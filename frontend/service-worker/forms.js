// Forms on their way to the shop: those that may wait are kept when they cannot be sent.

/** @param {FetchEvent} event @param {URL} url */
function answerPost(event, url) {
  const { request } = event;
  if (url.pathname === "/api/add_to_cart" || url.pathname === "/api/change_cart") {
    return event.respondWith(cartCall(event, url));
  }
  const [, language = "", ...rest] = url.pathname.split("/");
  // Anything else, such as a picture on its way up, is none of this worker's business.
  if (!shop.languages.includes(language) || !(request.headers.get("content-type") ?? "").startsWith(FORM)) return;
  switch (rest.join("/")) {
    case "checkout":
      return event.respondWith(placing(event, url, language));
    case "cart":
    case "cart/lines":
      return event.respondWith(cartForm(event, url, language));
    case "offline/waiting":
      return event.respondWith(decide(event, language));
    case "orders/forget":
      return event.respondWith(passOn(event, language, { after: () => forget(true), lost: "unforgotten" }));
    case "account/sign-out":
      return event.respondWith(passOn(event, language).finally(() => forget(false).catch(() => undefined)));
    default:
      if (request.mode === "navigate") event.respondWith(passOn(event, language));
  }
}

/**
 * A form that cannot wait.
 * @param {FetchEvent} event
 * @param {string} language
 * @param {{ after?: () => Promise<void>, lost?: "unsent" | "unforgotten" }} [how] What is done on the phone once the shop has
 *   done its part; which words say that it did not arrive.
 */
async function passOn(event, language, { after, lost = "unsent" } = {}) {
  try {
    const answer = await fetch(event.request);
    if (answer.status < 400) await after?.().catch(() => undefined);
    return answer;
  } catch (error) {
    if (event.request.mode !== "navigate") throw error;
    return standIn(language, lost);
  }
}

/** What somebody else must not find on this phone. @param {boolean} isAll Orders that wait, and where one has been. */
async function forget(isAll) {
  await caches.delete(OWN);
  if (!isAll) return;
  await Promise.all([PAGES, PICTURES, STAND_INS].map((store) => caches.delete(store)));
  for (const post of await posts()) await removePost(post);
}

/** Placing an order: now, or when the network is back. @param {FetchEvent} event @param {URL} url @param {string} language */
async function placing(event, url, language) {
  const body = await event.request.clone().text();
  const fields = new URLSearchParams(body);
  const key = fields.get("key") ?? "";
  // Stations and freight are worked out by the shop alone, and without a key nothing can be sent twice.
  if (fields.get("refresh") || !key) return passOn(event, language);
  const known = (await posts()).find((post) => post.kind === "order" && keyOf(post) === key);
  // What was done to the cart before comes before it.
  if ((known && known.state !== "waits") || (await isSent())) {
    try {
      const answer = await within(fetch(event.request), ORDER_MS);
      if (answer.status !== 502 && answer.status !== 504) {
        if (isPlaced(answer)) await placed();
        return answer;
      }
    } catch {
      lostAt = Date.now();
    }
  }
  if (known) await putPost({ ...known, body, at: Date.now(), state: "waits" });
  else if (!(await add({ kind: "order", language, path: url.pathname, body, at: Date.now(), state: "waits" }))) {
    return standIn(language, "unsent");
  }
  await later();
  // It may be on its way to becoming an order: nobody should fill in its form once more.
  await caches.delete(OWN);
  return Response.redirect(`/${language}/offline/waiting`, 303);
}

/** Whether an answer is the way to an order's page. @param {Response} answer */
function isPlaced(answer) {
  // To a page that follows redirects itself, the answer shows nothing of where it leads.
  return answer.type === "opaqueredirect" || (answer.redirected && orderPath(answer) !== undefined);
}

/** @param {Response} answer */
function orderPath(answer) {
  const path = new URL(answer.url || location.href).pathname;
  return /^\/[a-z]+\/orders\/[\w-]+$/.test(path) ? path : undefined;
}

/** An order was placed: its cart and its form are over, and so is one that asked before. */
async function placed() {
  await caches.delete(OWN);
  for (const post of await posts()) {
    if (post.kind === "order" && post.state === "asks") await removePost(post);
  }
}

/** Adding and changing by a form. @param {FetchEvent} event @param {URL} url @param {string} language */
async function cartForm(event, url, language) {
  const { request } = event;
  const fields = new URLSearchParams(await request.clone().text());
  // Sent again, it is the same addition.
  if (url.pathname.endsWith("/lines") && !fields.get("key")) fields.set("key", freshKey());
  if (await isSent()) {
    try {
      const { headers, redirect } = request;
      const body = fields.toString();
      return await within(fetch(url, { method: "POST", headers, body, redirect }), LONG_MS);
    } catch {
      lostAt = Date.now();
    }
  }
  fields.delete("checkout");
  const post = { path: url.pathname, body: fields.toString(), language };
  if (!(await addCart(post))) return standIn(language, "unsent");
  return Response.redirect(`/${language}/offline/waiting`, 303);
}

/** Adding and changing by an island. @param {FetchEvent} event @param {URL} url */
async function cartCall(event, url) {
  const bytes = new Uint8Array(await event.request.clone().arrayBuffer());
  if (await isSent()) {
    try {
      return await within(fetch(event.request), LONG_MS);
    } catch {
      lostAt = Date.now();
    }
  }
  const post = formOfCall(url.pathname, bytes);
  if (!post || !(await addCart(post))) return Response.error();
  return keptProblem(wordsOf(post.language).cartWaits);
}
