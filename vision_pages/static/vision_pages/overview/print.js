// Prints the timeline; the results of a search are put in its place anew, with another button.
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-vision-pages-print]")) window.print();
});
