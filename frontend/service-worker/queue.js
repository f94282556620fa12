// What waits on the phone, in its order, and sending it.

/** @type {Post[] | undefined} */
let known;

/** @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest} use */
async function inPosts(mode, use) {
  /** @type {IDBDatabase} */
  const database = await new Promise((done, refuse) => {
    const opening = indexedDB.open("bazar", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("posts", { keyPath: "id", autoIncrement: true });
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => refuse(opening.error);
  });
  try {
    return await new Promise((done, refuse) => {
      const transaction = database.transaction("posts", mode, { durability: "strict" });
      const request = use(transaction.objectStore("posts"));
      transaction.oncomplete = () => done(request.result);
      transaction.onerror = transaction.onabort = () => refuse(transaction.error);
    });
  } finally {
    database.close();
    if (mode === "readwrite") known = undefined;
  }
}

/** What waits, in its order. @returns {Promise<Post[]>} */
async function posts() {
  known ??= await inPosts("readonly", (store) => store.getAll()).catch(() => []);
  return /** @type {Post[]} */ (known);
}

/** @param {Post} post */
function putPost(post) {
  return inPosts("readwrite", (store) => store.put(post));
}

/** @param {Post} post */
function removePost(post) {
  return inPosts("readwrite", (store) => store.delete(/** @type {number} */ (post.id)));
}

/** Whether it is safely on the phone. @param {Post} post */
async function add(post) {
  if ((await posts()).length >= MOST_POSTS) return false;
  return putPost(post).then(
    () => true,
    () => false,
  );
}

/** @param {{ path: string, body: string, language: string }} form */
async function addCart(form) {
  const all = await posts();
  const fields = new URLSearchParams(form.body);
  const afterOrder = all.slice(all.map((post) => post.kind).lastIndexOf("order") + 1);
  const same = afterOrder.find((post) => post.state === "waits" && post.path === form.path && isSame(post, fields));
  if (same) {
    // Of several changes to one line the last counts; the same addition once more is the same addition.
    await putPost({ ...same, body: form.body });
    return true;
  }
  const isKept = await add({ ...form, kind: "cart", at: Date.now(), state: "waits" });
  if (isKept) await later();
  return isKept;
}

/** @param {Post} post @param {URLSearchParams} fields */
function isSame(post, fields) {
  const others = new URLSearchParams(post.body);
  const key = fields.get("key");
  if (key) return others.get("key") === key;
  return [...others.keys()].sort().join() === [...fields.keys()].sort().join();
}

/** @param {Post} post */
function keyOf(post) {
  return new URLSearchParams(post.body).get("key") ?? "";
}

/** The browser is asked to wake this worker when there is a network; where it cannot, the next page does. */
async function later() {
  const { sync } = /** @type {any} */ (worker.registration);
  await sync?.register("bazar").catch(() => undefined);
}

/** Whether nothing waits that has to go out first. */
async function isSent() {
  if ((await posts()).every((post) => post.state !== "waits")) return true;
  if (Date.now() - lostAt < RECENT_MS) return false;
  return within(flush(), SHORT_MS).catch(() => false);
}

/** @type {Promise<boolean> | undefined} */
let flushing;

/** Sends what waits, in its order; whether all of it was sent. */
function flush() {
  flushing ??= sendAll()
    .catch(() => false)
    .finally(() => {
      flushing = undefined;
    });
  return flushing;
}

async function sendAll() {
  for (const post of await posts()) {
    if (post.state === "sent" && Date.now() - post.at > FORGET_SENT_MS) await removePost(post);
    if (post.state !== "waits") continue;
    if (post.kind === "order" && Date.now() - post.at > ASK_AFTER_MS) await putPost({ ...post, state: "asks" });
    else if (!(await sendOne(post))) return false;
  }
  return true;
}

/** Whether the next one's turn has come. @param {Post} post */
async function sendOne(post) {
  const headers = { "content-type": FORM, accept: "text/html" };
  const init = /** @type {const} */ ({ method: "POST", headers, credentials: "same-origin" });
  const answer = await within(fetch(post.path, { ...init, body: post.body }), ORDER_MS);
  if (answer.status === 429 || answer.status >= 500) return false;
  if (post.kind === "cart") {
    // A newer quantity may have taken its place meanwhile; it has its own turn.
    const isStill = (await posts()).some(({ id, body }) => id === post.id && body === post.body);
    if (!isStill) return false;
    if (answer.ok) await removePost(post);
    else await putPost({ ...post, state: "refused" });
    await tell((path) => (path.endsWith("/cart") ? path : undefined));
    return true;
  }
  const place = answer.ok ? orderPath(answer) : undefined;
  await putPost(place ? { ...post, state: "sent", place, body: "" } : { ...post, state: "asks" });
  if (place) await caches.delete(OWN);
  await tell((path) => (isWaitingPage(new URL(path, location.href)) ? (place ? `${place}?placed=1` : path) : undefined));
  return true;
}

/** How many pages that show what waits are being made: they will show what became of it. */
let showing = 0;

/** Opens another page in windows that show what is not so any more. @param {(path: string) => string | undefined} next */
async function tell(next) {
  if (showing > 0) return;
  for (const client of await worker.clients.matchAll({ type: "window" })) {
    const place = next(new URL(client.url).pathname);
    // Nobody waits for it: the page itself may wait for what is still on its way.
    if (place) void client.navigate(place).catch(() => undefined);
  }
}
