// Says how far it is, once a second until it is over; then the page shows the end.
(() => {
  const bar = document.querySelector("[data-vision-pages-start]");
  if (!bar || bar.value >= bar.max) return;

  async function ask() {
    const response = await fetch(location.href, { headers: { Accept: "application/json" } });
    if (!response.ok) return;
    const { done, total, text } = await response.json();
    bar.value = done;
    document.getElementById("vision-pages-start-text").textContent = text;
    if (done >= total) location.reload();
    else setTimeout(ask, 1000);
  }

  setTimeout(ask, 1000);
})();
