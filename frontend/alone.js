// A form that changes nothing on its page but itself: of the answer only the form is taken over, and all else stays as it is.

/**
 * Sends it; what goes wrong is told where the form stands.
 * @param {import("./later.js").Shop} shop
 * @param {HTMLFormElement} form
 * @param {URL} url
 * @param {URLSearchParams} body
 * @param {(form: HTMLFormElement, text?: string) => void} notSent
 */
export async function send({ fetchPage, forget, own }, form, url, body, notSent) {
  if (form.ariaBusy) return;
  form.ariaBusy = "true";
  try {
    const { view } = await fetchPage(url, { method: "POST", body });
    const fresh = view?.main.querySelector(`form#${form.id}`);
    const alert = view?.main.querySelector("[role=alert]")?.textContent;
    if (fresh) {
      forget(true);
      form.replaceWith(fresh);
      /** @type {HTMLElement | null} */ (fresh.querySelector("button"))?.focus({ preventScroll: true });
    } else if (alert) notSent(form, alert);
    else location.reload();
  } catch {
    notSent(form, own.offline);
  } finally {
    form.ariaBusy = null;
  }
}
