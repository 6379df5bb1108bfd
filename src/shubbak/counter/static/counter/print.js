// A paper opens in a tab of its own and asks the printer at once; where the browser does not let us, it just opens.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-print]");
  if (!link) return;
  const page = open(link.href, "_blank");
  if (!page) return;
  event.preventDefault();
  page.addEventListener("load", () => { try { page.print(); } catch { /* the tab has its own print button */ } });
});
