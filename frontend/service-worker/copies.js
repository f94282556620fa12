// Copies of pages and files: which are kept, how many, and how they are shown.

/** @param {URL} url */
function isKept(url) {
  if (OWN_PAGE.test(url.pathname)) return url.search === "";
  // What was just done is said once.
  return PUBLIC.test(url.pathname) && url.search.length < 300 && !/[?&](added|saved)=/.test(url.search);
}

/** @param {URL} url */
function nameOf(url) {
  return url.origin + url.pathname + url.search;
}

/** @param {URL} url */
async function keptPage(url) {
  const store = OWN_PAGE.test(url.pathname) ? OWN : PAGES;
  return (await caches.open(store)).match(nameOf(url), { ignoreVary: true });
}

/**
 * @param {URL} url
 * @param {string} text
 * @param {Headers} from
 * @param {boolean} isPart It came without the style sheet.
 */
async function keepPage(url, text, from, isPart) {
  const isOwn = OWN_PAGE.test(url.pathname);
  // A page that is made for whoever is signed in is nobody else's, and this phone may be.
  if (!isOwn && (from.get("cache-control") ?? "").includes("no-store")) return;
  const title = /<title>([^<]*)/.exec(text)?.[1] ?? "";
  const headers = new Headers({
    "content-type": HTML,
    "x-kept-at": String(Date.now()),
    "x-kept-bytes": String(text.length * 2),
    "x-kept-title": encodeURIComponent(title),
  });
  if (isPart) headers.set("x-kept-part", "1");
  const policy = from.get("content-security-policy");
  if (policy) headers.set("content-security-policy", policy);
  await keep(isOwn ? OWN : PAGES, nameOf(url), new Response(text, { headers }));
}

/** @param {string} store @param {string} name @param {Response} answer */
async function keepFile(store, name, answer) {
  // Read to its end first: half a file is never kept.
  const bytes = await answer.arrayBuffer();
  const headers = new Headers({ "x-kept-bytes": String(bytes.byteLength) });
  for (const header of ["content-type", "cache-control", "x-content-type-options"]) {
    const value = answer.headers.get(header);
    if (value) headers.set(header, value);
  }
  await keep(store, name, new Response(bytes, { headers }));
}

let sinceSwept = 0;

/** @param {string} store @param {string} name @param {Response} answer */
async function keep(store, name, answer) {
  const cache = await caches.open(store);
  // What is put anew is the youngest.
  await cache.delete(name);
  await cache.put(name, answer);
  if (++sinceSwept % 8 === 0) await sweep();
}

async function sweep() {
  for (const [store, [most, bytes]] of Object.entries(LIMITS)) {
    const cache = await caches.open(store);
    const names = await cache.keys();
    let [count, sum] = [0, 0];
    for (const name of [...names].reverse()) {
      const kept = await cache.match(name);
      count += 1;
      sum += Number(kept?.headers.get("x-kept-bytes") ?? 0);
      if (count > most || sum > bytes) await cache.delete(name);
    }
  }
}

/** A copy, which says how old it is. @param {Response} kept @param {string} language @param {boolean} isLate */
async function copy(kept, language, isLate) {
  const words = wordsOf(language);
  const seconds = (Date.now() - Number(kept.headers.get("x-kept-at"))) / 1000;
  const age = words.ages.filter(([from], place) => place === 0 || seconds >= from).pop()?.[1] ?? "";
  const line = `<p class="c-notice" role="status" data-testid="kept-page">${age} · ${isLate ? words.slow : words.away}</p>`;
  const isPart = kept.headers.has("x-kept-part");
  const { text, headers } = isPart ? await dressed(kept, language) : { text: await kept.text(), headers: kept.headers };
  return document(insert(text, line + (await lines(language))), headers, 200);
}

/** A page that came without its style sheet, with the one that is kept. @param {Response} part @param {string} language */
async function dressed(part, language) {
  const whole = await (await caches.open(STAND_INS)).match(`/${language}/offline`);
  const styles = (await whole?.text())?.match(/<style>[^]*?<\/style>/g) ?? [];
  const text = (await part.text()).replace("</head>", () => `${styles.join("")}</head>`);
  // The policy names these very style sheets.
  return { text, headers: whole?.headers ?? part.headers };
}

/**
 * The page in place of one that cannot be opened, or of the answer to a form.
 * @param {string} language
 * @param {"unsent" | "unforgotten"} [lost] What is said of the form.
 */
async function standIn(language, lost) {
  const words = wordsOf(language);
  const kept = await (await caches.open(STAND_INS)).match(`/${language}/offline`);
  const text = (await kept?.text()) ?? plain(language, words.title, words.text);
  const inside = lost ? `<p>${words[lost]}</p>` : await seenPages(language, words);
  const page = insert(text.replace(/<!--offline-->[^]*?<!--\/offline-->/, () => inside), await lines(language));
  return document(page, kept?.headers ?? new Headers(), 503);
}

/** @param {string} language @param {Words} words */
async function seenPages(language, words) {
  const cache = await caches.open(PAGES);
  const items = [];
  for (const name of [...(await cache.keys())].reverse()) {
    const url = new URL(name.url);
    if (languageOf(url.pathname) !== language || items.length === 20) continue;
    // The title is a piece of HTML as it is.
    const title = decodeURIComponent((await cache.match(name))?.headers.get("x-kept-title") ?? "");
    items.push(`<li><a class="c-link" href="${escaped(url.pathname + url.search)}">${title}</a></li>`);
  }
  if (items.length === 0) return `<p>${words.text}</p>`;
  return `<p>${words.text}</p><h2>${words.seen}</h2><ul class="c-list" data-testid="seen-pages">${items.join("")}</ul>`;
}

async function toLastLanguage() {
  const last = [...(await (await caches.open(PAGES)).keys())].pop();
  const language = last ? languageOf(new URL(last.url).pathname) : languageOf("/");
  return Response.redirect(`/${language}`, 302);
}

/** @param {string} language @param {boolean} anew */
async function keepStandIns(language, anew) {
  const cache = await caches.open(STAND_INS);
  // The style sheet comes with the first one.
  for (const [path, part] of [
    [`/${language}/offline`, {}],
    [`/${language}/offline/waiting`, { "x-navigation": "1" }],
  ]) {
    const name = /** @type {string} */ (path);
    if (!anew && (await cache.match(name))) continue;
    const answer = await fetch(name, { headers: { accept: "text/html", ...(/** @type {object} */ (part)) } });
    if (answer.status === 200) await cache.put(name, document(await whole(answer), answer.headers, 200));
  }
}

/**
 * A page in a language of which the phone has none: nobody has opened the shop in it.
 * @param {string} language
 * @param {string} title
 * @param {string} text
 */
function plain(language, title, text) {
  const { tag, dir, again, home } = wordsOf(language);
  return (
    `<!doctype html><html lang="${tag}" dir="${dir}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"><title>${title}</title><style>${PLAIN_LOOK}</style></head>` +
    `<body><main><h1>${title}</h1><!--offline--><p>${text}</p><!--/offline--><!--waiting--><!--/waiting-->` +
    `<p><a href="">${again}</a> <a href="/${language}">${home}</a></p></main></body></html>`
  );
}

/** The shop's colours and its buttons, as `style/tokens.css` and `style/buttons.css` have them. */
const PLAIN_LOOK =
  "body{max-width:40rem;margin:0 auto;padding:24px 16px;background:#faf5ea;color:#3a2a1f;font:100%/1.5 system-ui,sans-serif}" +
  "a,button,summary{display:inline-block;margin:4px 0;padding:10px 20px;border:2px solid #0e6f75;border-radius:12px;" +
  "background:none;color:#0e6f75;font:inherit;font-weight:700;text-decoration:none}ul{padding:0;list-style:none}";

/** @param {string} path */
function languageOf(path) {
  const first = path.split("/")[1] ?? "";
  return shop.languages.includes(first) ? first : (shop.languages[0] ?? "");
}

/** @param {string} language */
function wordsOf(language) {
  return /** @type {Words} */ (shop.words[language]);
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
