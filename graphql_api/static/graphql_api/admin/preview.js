// Brings previews in registered frontends to life: they update without a reload, and what is
// clicked there opens here.
(() => {
  const { origins, live } = JSON.parse(document.getElementById("graphql-api-preview").textContent);
  const panel = document.querySelector("[data-controller~='w-preview']");
  if (!panel) return;

  // Steady typing asks for one preview a second; 0 is a site that updates by a button alone.
  const interval = "wPreviewAutoUpdateIntervalValue";
  if (Number(panel.dataset[interval]) > 0) {
    panel.dataset[interval] = Math.max(1000, Number(panel.dataset[interval]));
  }

  const prepared = new WeakSet(); // windows of frontends that said they update themselves
  const shown = () => document.getElementById("w-preview-iframe")?.contentWindow;
  const mode = () => panel.querySelector("[data-w-preview-target='mode']")?.value ?? "";
  let loaded = null;
  let isRunning = false;
  let isAsked = false;
  let seq = 0;

  async function draft() {
    const address = new URL(panel.dataset.wPreviewUrlValue, location.href);
    address.searchParams.set("in_preview_panel", "true");
    address.searchParams.set("mode", mode() + live);
    const response = await fetch(address);
    return response.json();
  }

  // One at a time, so that the draft that is stored last is the newest.
  async function update() {
    isAsked = isRunning;
    if (isRunning) return;
    isRunning = true;
    seq += 1;
    const target = shown();
    try {
      const { token, path, origin } = await draft();
      target.postMessage({ vision: { update: { seq, token, path } } }, origin);
    } catch (error) {
      console.error(error);
      prepared.delete(target);
      panel.dataset.wPreviewStaleValue = "true"; // Wagtail's own way shows at once what is wrong.
    } finally {
      isRunning = false;
    }
    if (isAsked) update();
  }

  // Wagtail begins to watch the form soon after it is there, and anew when it has saved a draft: what
  // was typed meanwhile is nothing new to it, and no preview would show it.
  const form = document.querySelector("[data-edit-form]");
  const OWN = ["csrfmiddlewaretoken", "loaded_revision_id", "loaded_revision_created_at", "next"];
  let sent = "";

  function typed() {
    const data = new FormData(form);
    OWN.forEach((name) => data.delete(name));
    return new URLSearchParams(data).toString();
  }

  document.addEventListener("w-preview:update", () => {
    sent = typed();
  });
  document.addEventListener("w-unsaved:watch-edits", () => {
    if (typed() !== sent) panel.dataset.wPreviewStaleValue = "true";
  });

  document.addEventListener("w-preview:loaded", () => {
    loaded = mode();
  });

  document.addEventListener("w-preview:load", (event) => {
    if (!prepared.has(shown()) || mode() !== loaded) return;
    event.preventDefault();
    update();
  });

  // What belongs to another form is opened beside this one: nothing typed is lost.
  function open({ url, path }) {
    const form = url ? new URL(url, location.href) : location;
    if (form.pathname === location.pathname) {
      document.dispatchEvent(new CustomEvent("vision-pages:open", { detail: path }));
      return;
    }
    const here = new URL(form.pathname + form.hash, location.origin);
    if (here.origin === location.origin) window.open(here, "_blank", "noopener");
  }

  addEventListener("message", ({ source, origin, data }) => {
    const said = data?.vision;
    const frames = [...panel.querySelectorAll("iframe")].map((frame) => frame.contentWindow);
    if (!said || !origins.includes(origin) || !frames.includes(source)) return;
    if (said.ready) prepared.add(source);
    if (said.edit) open(said.edit);
  });
})();
