/* Goes from address to address without loading the document anew. */

let running = new AbortController();

/* Addresses that the server answers itself. */
const ELSEWHERE = /^\/(admin|documents|graphql|media|static)\/|\.[a-z]+$/;

function ours(url) {
  return url.origin === location.origin && !ELSEWHERE.test(url.pathname);
}

let shown = "";

/* A fragment is a place in what is shown already. */
function isShown(url) {
  return url.pathname + url.search === shown;
}

export function follow(show) {
  history.scrollRestoration = "manual";

  const display = async (focus, scroll) => {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    shown = location.pathname + location.search;
    const redirect = await show(new URL(location.href), signal, () => display(focus, 0));
    if (signal.aborted) return;
    if (redirect) return leave(redirect, focus);
    scrollTo({ top: scroll, behavior: "instant" });
    if (focus) document.querySelector("h1")?.focus({ preventScroll: true });
  };

  const leave = (to, focus) => {
    const url = new URL(to, location.href);
    if (!ours(url)) return location.replace(url);
    history.replaceState(null, "", url);
    return display(focus, 0);
  };

  const go = (url) => {
    history.replaceState({ scroll: scrollY }, "");
    history.pushState(null, "", url);
    display(true, 0);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    const modified = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!link || modified || event.defaultPrevented || link.target || link.hasAttribute("download")) return;
    const url = new URL(link.href);
    if (!ours(url) || (url.hash && isShown(url))) return;
    event.preventDefault();
    go(url);
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "get") return;
    event.preventDefault();
    const url = new URL(form.action);
    url.search = new URLSearchParams(new FormData(form)).toString();
    go(url);
  });

  document.addEventListener("go", (event) => go(new URL(event.detail, location.href)));
  addEventListener("popstate", ({ state }) => isShown(location) || display(true, state?.scroll ?? 0));

  /* Shows the same anew: what is in sight, in focus or opened stays so. */
  const refresh = (signal) => {
    running.abort();
    running = new AbortController();
    const either = AbortSignal.any([signal, running.signal]);
    shown = location.pathname + location.search;
    return show(new URL(location.href), either, () => display(false, 0), { inPlace: true });
  };

  return { started: display(false, 0), refresh };
}
