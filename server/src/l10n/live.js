// Texts that are saved show in this page. What was typed stays: a page on which something is typed has its words changed one by
// one, any other is loaded anew, islands and all. Mistakes stand at the bottom until they are mended.

{
  /** Attributes that are read out or shown. */
  const TEXTS = ["aria-label", "placeholder", "title", "alt", "aria-description"];

  /** Of the texts on this page. */
  let generation = Number(new URL(document.currentScript.src).search.slice(1));

  /** Whether what is wrong is shown in full. */
  let isOpen = true;

  const stream = new EventSource(`/dev/texts?lang=${document.documentElement.lang}`);
  stream.addEventListener("message", ({ data }) => {
    const said = JSON.parse(data);
    show(said.findings, said.all);
    if (said.generation !== generation) take();
    generation = said.generation;
  });

  async function take() {
    // A form that was refused holds what was typed as well.
    const isKept = document.querySelector("[aria-invalid=true], #notice[role=alert]") || [...document.querySelectorAll("input, textarea, select")].some(isTyped);
    if (!isKept) return location.reload();
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.title = page.title;
    change(document.body, page.body);
  }

  /** Whether somebody typed or chose something in it since the page came. */
  function isTyped(field) {
    if (/^(hidden|submit|button|reset|image)$/.test(field.type)) return false;
    if (field.type === "file") return field.files.length > 0;
    if (/^(checkbox|radio)$/.test(field.type)) return field.checked !== field.defaultChecked;
    if (field instanceof HTMLSelectElement) {
      const preset = [...field.options].findIndex((option) => option.defaultSelected);
      return field.selectedIndex !== Math.max(preset, field.multiple ? -1 : 0);
    }
    return field.value !== field.defaultValue;
  }

  /** Has a part of this page say what the same part of the fresh one says; what somebody typed is no part of it. */
  function change(old, fresh) {
    if (old.nodeType === Node.TEXT_NODE) {
      if (old.data !== fresh.data) old.data = fresh.data;
      return;
    }
    for (const name of TEXTS) {
      const text = fresh.getAttribute(name);
      if (text !== null && old.hasAttribute(name) && old.getAttribute(name) !== text) old.setAttribute(name, text);
    }
    if (old.matches("input, textarea, script, style")) return;
    const [own, others] = [partsOf(old), partsOf(fresh)];
    if (own.length === others.length) {
      own.forEach((part, at) => part.nodeName === others[at].nodeName && change(part, others[at]));
      return;
    }
    // Scripts took something away, or put something in.
    let at = 0;
    for (const other of others) {
      const place = own.findIndex((part, number) => number >= at && isSame(part, other));
      if (place < 0) continue;
      change(own[place], other);
      at = place + 1;
    }
  }

  function partsOf(element) {
    return [...element.childNodes].filter((node) =>
      node.nodeType === Node.TEXT_NODE ? node.data.trim() : node.nodeType === Node.ELEMENT_NODE,
    );
  }

  function isSame(one, other) {
    if (one.nodeName !== other.nodeName) return false;
    return one.nodeType === Node.TEXT_NODE || ["id", "class"].every((name) => one.getAttribute(name) === other.getAttribute(name));
  }

  /** What is wrong in the files. */
  function show(findings, all) {
    document.getElementById("dev-texts")?.remove();
    if (!findings.length) return;
    // Closed, it leaves what is under it to be seen.
    const box = document.createElement("details");
    box.id = "dev-texts";
    box.open = isOpen;
    box.addEventListener("toggle", () => (isOpen = box.open));
    const count = document.createElement("summary");
    count.textContent = `⚠ ${findings.length}`;
    const page = document.createElement("a");
    page.href = `/dev/texts/problems?lang=${document.documentElement.lang}`;
    page.textContent = all;
    page.style.color = "inherit";
    box.append(count, page);
    Object.assign(box.style, {
      position: "fixed",
      insetInline: "0",
      insetBlockEnd: "0",
      zIndex: "99",
      maxBlockSize: "40vh",
      overflow: "auto",
      padding: "0.5rem 0.75rem",
      background: "#5c1010",
      color: "#fff",
      font: "14px/1.5 sans-serif",
    });
    for (const { place, unit, text, meant } of findings.slice(0, 50)) {
      const line = document.createElement("p");
      line.dir = "auto";
      line.style.margin = "0 0 0.25rem";
      const where = document.createElement("bdi");
      where.dir = "ltr";
      where.textContent = [place, unit].filter(Boolean).join(" ");
      line.append([text, meant].filter(Boolean).join(" "), document.createElement("br"), where);
      box.append(line);
    }
    // Beside the page's body, which is what changes.
    document.documentElement.append(box);
  }
}
