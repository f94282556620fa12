// A form that changes nothing on its page but itself: of the answer only the form is taken over, and all else stays as it is.

/** The form sent last: with the first favourite a list begins, and the next one goes on that list only with its cookie. */
let last = Promise.resolve();

/**
 * Sends it when those before it are answered; what goes wrong is told where the form stands.
 * @param {import("./later.js").Shop} shop
 * @param {HTMLFormElement} form
 * @param {URL} url
 * @param {URLSearchParams} body
 * @param {(form: HTMLFormElement, text?: string) => void} notSent
 */
export async function send({ fetchPage, forget, own }, form, url, body, notSent) {
  if (form.ariaBusy) return;
  form.ariaBusy = "true";
  const main = form.closest("main");
  const before = last;
  /** @type {() => void} */
  let end = () => {};
  last = new Promise((resolve) => {
    end = resolve;
  });
  try {
    await before;
    const { view } = await fetchPage(url, { method: "POST", body });
    const fresh = view?.main.querySelector(`form#${form.id}`);
    const alert = view?.main.querySelector("[role=alert]")?.textContent;
    if (fresh) {
      const product = `[name=product][value="${body.get("product")}"]`;
      forget(`.c-heart ${product}`);
      // A page may show a product, and so its form, more than once.
      for (const old of main?.querySelectorAll(".c-heart") ?? []) {
        const its = old.querySelector(product) && view?.main.querySelector(`#${old.id}`);
        if (!its) continue;
        // Who went on to something else meanwhile stays there.
        const isHere = old.contains(document.activeElement);
        old.replaceWith(its);
        if (isHere) its.querySelector("button")?.focus({ preventScroll: true });
      }
    } else if (alert) notSent(form, alert);
    else location.reload();
  } catch {
    notSent(form, own.offline);
  } finally {
    form.ariaBusy = null;
    end();
  }
}
