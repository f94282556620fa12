// A page of the shop over the page one is at: a list to look something up in, while a form waits with all that was typed.
// Fetched when its link is pressed; without it the link leads to the page itself.

/**
 * Opens the page a link leads to. `data-of` names a field of the form whose value narrows it, as a parameter of that name.
 * @param {HTMLAnchorElement} link
 */
export async function run(link) {
  // Pressed again while its page is on the way.
  if (link.hasAttribute("data-pressed")) return;
  const url = new URL(link.href);
  const of = link.dataset.of;
  const field = /** @type {HTMLSelectElement | null} */ (of ? document.getElementById(`field-${of}`) : null);
  if (of && field?.value) url.searchParams.set(of, field.value);
  const dialog = document.createElement("dialog");
  dialog.className = "c-sheet";
  dialog.setAttribute("aria-label", link.textContent?.trim() ?? "");
  const close = document.createElement("button");
  close.type = "button";
  close.className = "c-round";
  close.textContent = "×";
  close.setAttribute("aria-label", link.dataset.close ?? "");
  close.addEventListener("click", () => dialog.close());
  const inside = document.createElement("div");
  dialog.append(close, inside);

  /** @param {URL} from */
  const show = async (from) => {
    const answer = await fetch(from, { headers: { accept: "text/html", "x-navigation": "1" } });
    if (!answer.ok) throw new Error(String(answer.status));
    const main = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
    inside.replaceChildren(...[...(main?.childNodes ?? [])].map((node) => document.adoptNode(node)));
    dialog.scrollTop = 0;
  };
  // Its own links and its search stay inside.
  dialog.addEventListener("click", (event) => {
    const inner = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest("a[href]"));
    if (!inner || inner.pathname !== url.pathname) return;
    event.preventDefault();
    show(new URL(inner.href)).catch(() => location.assign(inner.href));
  });
  dialog.addEventListener("submit", (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    event.preventDefault();
    const found = new URL(form.action);
    for (const [name, value] of new FormData(form)) found.searchParams.set(name, String(value));
    show(found).catch(() => location.assign(found));
  });
  const leave = () => dialog.close();
  const navigation = /** @type {any} */ (window).navigation;
  dialog.addEventListener("close", () => {
    navigation?.removeEventListener("navigate", leave);
    dialog.remove();
    link.focus();
  });
  link.setAttribute("data-pressed", "");
  await show(url).finally(() => link.removeAttribute("data-pressed"));
  // One has gone on meanwhile.
  if (!link.isConnected) return;
  navigation?.addEventListener("navigate", leave);
  document.body.append(dialog);
  dialog.showModal();
}
