// Opens the place in a form that the address names, or that somebody leads to: Wagtail scrolls
// there, this focuses it too. In wagtail-localize's editor, which has no places, it finds the text.
(() => {
  const anchor = "#:w:contentpath=";
  const moment = 300; // until a tab that was opened shows what is in it

  const open = (path) =>
    document.dispatchEvent(new CustomEvent("vision-pages:open", { detail: path }));

  function follow() {
    if (location.hash.startsWith(anchor)) {
      setTimeout(open, moment, decodeURIComponent(location.hash.slice(anchor.length)));
    }
  }

  addEventListener("hashchange", follow);
  if (document.readyState === "complete") follow();
  else addEventListener("load", follow);

  const editor = document.querySelector(".js-translation-editor");
  if (!editor) return;
  const { segments } = JSON.parse(editor.dataset.props);

  // The text at a path, else the first one below it, else that of what it is in.
  function segmentAt(path) {
    const found =
      segments.find(({ contentPath }) => contentPath === path) ??
      segments.find(({ contentPath }) => contentPath.startsWith(`${path}.`));
    if (found || !path.includes(".")) return found;
    return segmentAt(path.slice(0, path.lastIndexOf(".")));
  }

  function show(item, button) {
    item.setAttribute("tabindex", "-1");
    item.scrollIntoView({ block: "center" });
    (button ?? item).focus({ preventScroll: true });
  }

  document.addEventListener("vision-pages:open", ({ detail: path }) => {
    const segment = segmentAt(path);
    if (!segment) return;
    document.getElementById(`tab-label-${segment.location.tab}`)?.click();
    setTimeout(() => {
      const mark = CSS.escape(segment.contentPath);
      const item = editor.querySelector(`[data-vision-pages-segment="${mark}"]`);
      if (item) show(item, item.querySelector(":scope > ul button"));
    }, moment);
  });
})();
