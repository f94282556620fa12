// Pictures of a product over the whole screen: swiped from one to the next, brought near with two fingers or a double tap.
// Fetched when one is tapped; without it the picture is a plain link to itself in large.
//
// It is a dialog of the browser: Escape and the phone's way back close it, and the history has no entry for it.

/** How near a double tap brings a picture. */
const NEAR = 2.5;
/** Two taps within so many milliseconds are one. */
const DOUBLE = 300;
/** The nearest. */
const NEAREST = 4;

/**
 * Opens the pictures of the strip this link stands in, at its own.
 * @param {HTMLAnchorElement} link
 */
export function run(link) {
  const strip = link.closest("ul");
  if (!strip || document.querySelector("dialog.c-enlarged")) return;
  const links = [...strip.querySelectorAll("a")];
  const dialog = document.createElement("dialog");
  dialog.className = "c-enlarged";
  dialog.setAttribute("aria-label", strip.getAttribute("aria-label") ?? "");
  const list = document.createElement("ul");
  list.append(...links.map(enlarged));
  const close = document.createElement("button");
  close.type = "button";
  close.className = "c-round";
  close.textContent = "×";
  close.setAttribute("aria-label", strip.dataset.close ?? "");
  close.addEventListener("click", () => dialog.close());
  dialog.append(list, close);
  dialog.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowLeft" || key === "ArrowRight") {
      list.scrollBy({ left: key === "ArrowLeft" ? -list.clientWidth : list.clientWidth });
    }
  });
  // A closed dialog has no width, and its strip no place.
  let seen = link;
  list.addEventListener("scroll", () => {
    if (list.clientWidth) seen = links[Math.round(Math.abs(list.scrollLeft) / list.clientWidth)] ?? link;
  }, { passive: true });
  // A page that is left takes its pictures along. Where the browser lets one, going back closes the pictures only.
  const navigation = /** @type {any} */ (window).navigation;
  /** @param {any} event a `NavigateEvent` */
  const leave = (event) => {
    if (event.navigationType === "traverse" && event.cancelable) event.preventDefault();
    dialog.close();
  };
  navigation?.addEventListener("navigate", leave);
  dialog.addEventListener("close", () => {
    navigation?.removeEventListener("navigate", leave);
    dialog.remove();
    seen.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  list.children[links.indexOf(link)].scrollIntoView({ block: "nearest", inline: "start", behavior: "instant" });
  close.focus();
}

/**
 * One picture, as wide as the screen.
 * @param {HTMLAnchorElement} link
 */
function enlarged(link) {
  const item = document.createElement("li");
  // Its insides are scrolled by numbers: from the left in every language.
  item.dir = "ltr";
  const picture = link.querySelector("picture")?.cloneNode(true);
  if (!(picture instanceof HTMLElement)) return item;
  item.append(picture);
  const image = /** @type {HTMLImageElement} */ (picture.querySelector("img"));
  image.loading = "lazy";
  let zoom = 1;

  /** @param {number} wanted */
  const size = (wanted) => {
    const source = picture.querySelector("source");
    if (source) source.sizes = wanted > 1 ? "1200px" : "100vw";
  };

  /**
   * What lies at this point of the screen stays there.
   * @param {number} wanted
   * @param {{ clientX: number, clientY: number }} at
   */
  const zoomTo = (wanted, { clientX, clientY }) => {
    const next = Math.min(Math.max(wanted, 1), NEAREST);
    const box = item.getBoundingClientRect();
    const [x, y] = [clientX - box.left, clientY - box.top];
    const [left, top] = [((item.scrollLeft + x) * next) / zoom - x, ((item.scrollTop + y) * next) / zoom - y];
    zoom = next;
    size(next);
    item.classList.toggle("is-near", next > 1);
    image.style.width = image.style.height = `${next * 100}%`;
    item.scrollTo({ left, top, behavior: "instant" });
  };

  let tapped = 0;
  item.addEventListener("click", (event) => {
    const isSecond = event.timeStamp - tapped < DOUBLE;
    tapped = isSecond ? 0 : event.timeStamp;
    if (isSecond) zoomTo(zoom > 1 ? 1 : NEAR, event);
  });

  /** @type {{ distance: number, zoom: number } | undefined} */
  let pinch;
  item.addEventListener("touchstart", ({ touches }) => {
    pinch = touches.length === 2 ? { distance: distance(touches), zoom } : undefined;
  }, { passive: true });
  item.addEventListener("touchmove", (event) => {
    const [first, second] = event.touches;
    if (!pinch || !second) return;
    event.preventDefault();
    const middle = { clientX: (first.clientX + second.clientX) / 2, clientY: (first.clientY + second.clientY) / 2 };
    zoomTo((pinch.zoom * distance(event.touches)) / Math.max(pinch.distance, 1), middle);
  }, { passive: false });
  size(1);
  return item;
}

/** @param {TouchList} touches */
function distance([first, second]) {
  return Math.hypot(first.clientX - second.clientX, first.clientY - second.clientY);
}
