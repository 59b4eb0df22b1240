// Offers to keep the published name of a page while its title is being changed.
(() => {
  const offer = document.querySelector("[data-vision-pages-former-name]");
  const title = document.getElementById("id_title");
  const field = document.querySelector("[data-contentpath='former_names']");
  if (!offer || !title || !field) return;

  const published = offer.dataset.visionPagesFormerName;
  const said = document.querySelector("[data-vision-pages-kept]");
  const inputs = () => [...field.querySelectorAll("input[type='text']")];
  const isKept = () => inputs().some((input) => input.value.trim() === published);

  function show() {
    const current = title.value.trim();
    offer.hidden = !current || current === published || isKept();
    if (!isKept()) said.textContent = "";
  }

  // The stream has one kind of block, so its last button adds one at once.
  function keep() {
    [...field.querySelectorAll("button.c-sf-add-button")].at(-1)?.click();
    requestAnimationFrame(() => {
      const input = inputs().filter((one) => !one.value).at(-1);
      if (!input) return;
      input.value = published;
      for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true }));
      said.textContent = said.dataset.visionPagesKept;
      show();
      title.focus();
    });
  }

  offer.querySelector("button").addEventListener("click", keep);
  for (const type of ["input", "change"]) document.addEventListener(type, show);
  show();
})();
