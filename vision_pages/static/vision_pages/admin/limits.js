// Show how much of a text field's limit is used, while it is being written in.
(() => {
  const selector = "input[type=text][maxlength], input:not([type])[maxlength], textarea[maxlength]";

  function counter(field) {
    const id = `${field.id || field.name}-limit`;
    const found = document.getElementById(id);
    if (found) return found;

    const made = document.createElement("output");
    made.id = id;
    made.className = "vision-pages-limit";
    made.setAttribute("aria-live", "off"); // read with the field, not with every key
    field.after(made);
    field.setAttribute("aria-describedby", `${field.getAttribute("aria-describedby") || ""} ${id}`.trim());
    return made;
  }

  function show(event) {
    const field = event.target;
    if (!(field instanceof Element) || !field.matches(selector)) return;

    const used = field.value.length;
    const output = counter(field);
    output.value = `${used} / ${field.maxLength}`;
    output.classList.toggle("vision-pages-limit--reached", used >= field.maxLength);
    // It keeps its place: what moves between pressing and releasing the mouse is not clicked.
    output.style.visibility = event.type === "focusout" ? "hidden" : "";
  }

  for (const type of ["focusin", "input", "focusout"]) document.addEventListener(type, show);
})();
