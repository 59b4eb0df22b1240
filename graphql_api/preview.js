/* What a frontend does in a preview: it answers Wagtail's panel, takes what an editor goes on to
   write, and leads to where something is edited. To be imported in previews alone. */

const STYLE = `
  :host { all: initial; }
  button {
    position: fixed; z-index: 2147483646; padding: 0.375rem 0.75rem; border: 2px solid #fff;
    border-radius: 0.25rem; background: #2e1f5e; color: #fff; font: 600 0.875rem/1.2 system-ui;
    cursor: pointer; opacity: 0; pointer-events: none;
  }
  button:focus, button.shown { opacity: 1; pointer-events: auto; }
  button:focus { outline: 3px solid #2e1f5e; outline-offset: 1px; }
  div { position: fixed; pointer-events: none; outline: 2px solid #2e1f5e; outline-offset: 2px; }
  div[hidden] { display: none; }`;

/**
 * Connect a page that shows a draft.
 *
 * api: the address of the API. admin: that of the administration, if it has another origin.
 * update: shows the draft of `token` at `path` and resolves once it does; `signal` is aborted when
 * a newer one has come. Without it the panel loads the page anew. label: what the buttons say.
 */
export function preview({ api, admin = api, update, label = "Bearbeiten" }) {
  const origin = new URL(admin, location.href).origin;
  const isFramed = window.parent !== window;
  const tell = (message) => isFramed && window.parent.postMessage(message, origin);

  let last = 0;
  let running = new AbortController();
  async function take({ seq, token, path }) {
    if (seq <= last) return;
    last = seq;
    running.abort();
    running = new AbortController();
    await update({ token, path, signal: running.signal });
    if (seq === last) window.wagtail?.userbar?.runAxe();
  }

  const answers = {
    "w-preview:get-scroll-position": () =>
      tell({
        wagtail: {
          type: "w-preview:set-scroll-position",
          x: scrollX,
          y: scrollY,
          origin: location.origin,
        },
      }),
    "w-preview:set-scroll-position": ({ x, y }) =>
      scrollTo({ left: x, top: y, behavior: "instant" }),
  };
  addEventListener("message", ({ source, origin: from, data }) => {
    if (!isFramed || source !== window.parent || from !== origin) return;
    answers[data?.wagtail?.type]?.(data.wagtail);
    if (data?.vision?.update) take(data.vision.update);
  });

  offerEditing(label, isFramed ? "[data-edit]" : "[data-edit-url]", (edit) => {
    if (isFramed) tell({ vision: { edit } });
    else open(edit.url, "_blank", "noopener");
  });
  if (!isFramed) return;
  loaded().then(() => {
    if (update) tell({ vision: { ready: true } });
    tell({ wagtail: { type: "w-preview:request-scroll", origin: location.origin } });
    return loadChecker(new URL("content-checker.html", new URL(api, location.href)));
  });
}

/* Wagtail listens from the moment on at which the frame has loaded. */
function loaded() {
  return new Promise((resolve) => {
    if (document.readyState === "complete") resolve();
    else addEventListener("load", () => setTimeout(resolve), { once: true });
  });
}

/* Wagtail's checker runs here and tells the editor; it is taken from the administration. */
async function loadChecker(address) {
  const holder = document.createElement("template");
  holder.innerHTML = await (await fetch(address)).text();
  const scripts = [...holder.content.children].filter((one) => one.matches("script"));
  scripts.forEach((script) => script.remove());
  document.documentElement.append(holder.content);
  for (const { src } of scripts) {
    const script = Object.assign(document.createElement("script"), { src, async: false });
    document.head.append(script);
  }
}

/* A button for each element that is edited somewhere: at the pointer, and in the order of the page for the
   keyboard. They stand beside the page, whose markup stays its own. */
function offerEditing(label, selector, edit) {
  const host = document.createElement("vision-edit");
  const root = host.attachShadow({ mode: "open" });
  const style = Object.assign(document.createElement("style"), { textContent: STYLE });
  const frame = Object.assign(document.createElement("div"), { hidden: true });
  const list = document.createElement("nav");
  list.setAttribute("aria-label", label);
  root.append(style, frame, list);
  document.documentElement.append(host);
  const elements = [];
  let current = null;

  function place(button, element) {
    current = element;
    const { top, left, right, width, height } = element.getBoundingClientRect();
    const inside = Math.max(4, Math.min(top, innerHeight - 40));
    const isLeft = getComputedStyle(element).direction === "rtl";
    const side = isLeft ? Math.max(4, left) : Math.max(4, innerWidth - right);
    Object.assign(button.style, { top: `${inside}px`, [isLeft ? "left" : "right"]: `${side}px` });
    const box = { top: `${top}px`, left: `${left}px`, width: `${width}px`, height: `${height}px` };
    Object.assign(frame.style, box);
    frame.hidden = false;
  }

  function hide() {
    list.querySelector(".shown")?.classList.remove("shown");
    frame.hidden = true;
    current = null;
  }

  function follow() {
    const button = list.children[elements.indexOf(current)];
    if (button) place(button, current);
  }

  function show(element) {
    hide();
    const button = list.children[elements.indexOf(element)];
    button?.classList.add("shown");
    if (button) place(button, element);
  }

  function button() {
    const made = Object.assign(document.createElement("button"), { type: "button" });
    made.append(label);
    const own = () => elements[[...list.children].indexOf(made)];
    made.addEventListener("click", () => {
      const { edit: path, editUrl: url } = own().dataset;
      edit({ path: path || null, url: url || null });
    });
    made.addEventListener("focus", () => {
      own().scrollIntoView({ block: "nearest" });
      place(made, own());
    });
    made.addEventListener("blur", hide);
    return made;
  }

  function gather() {
    const found = document.querySelectorAll(selector);
    elements.splice(0, elements.length, ...found);
    while (list.children.length > elements.length) list.lastChild.remove();
    while (list.children.length < elements.length) list.append(button());
    elements.forEach((element, at) => {
      const words = element.textContent.trim().replace(/\s+/g, " ").slice(0, 60);
      list.children[at].setAttribute("aria-label", words ? `${label}: ${words}` : label);
    });
  }

  document.addEventListener("pointerover", ({ target }) => {
    const element = target === host ? null : target.closest?.(selector);
    if (element) show(element);
    else if (target !== host) hide();
  });
  addEventListener("scroll", follow, { passive: true });
  new MutationObserver(gather).observe(document.body, {
    attributeFilter: ["data-edit"],
    characterData: true,
    childList: true,
    subtree: true,
  });
  gather();
}
